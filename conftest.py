"""What is collected: the modules of an engine only where its library is installed."""

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("pyspark") else ["src/valuecast/engines/spark/*"]
