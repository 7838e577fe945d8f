"""The documentation site: the Markdown files of this repository, and an API page from the docstrings."""

from importlib.metadata import version as _version

project = "Valuecast"
author = "The Valuecast maintainers"
version = release = _version("valuecast")
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
root_doc = "docs/site/index"
include_patterns = [f"{name}.md" for name in ("README", "ARCHITECTURE", "CONTRIBUTING", "CHANGELOG", "SECURITY")]
include_patterns += ["CODE_OF_CONDUCT.md", "docs/**", "decisions/**", "examples/README.md"]
exclude_patterns = ["docs/README.md"]
html_theme = "furo"
html_title = "Valuecast"
html_show_sourcelink = False
myst_heading_anchors = 4
myst_enable_extensions = ["colon_fence"]
suppress_warnings = ["myst.xref_missing"]  # links to folders and source files; tests/test_docs.py checks every link
autodoc_typehints = "description"
autodoc_member_order = "bysource"
napoleon_google_docstring = False
default_role = "literal"
nitpicky = False
html_extra_path = ["root"]
