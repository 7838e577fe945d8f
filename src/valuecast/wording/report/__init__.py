"""The sentences of the report: those of a section stand in the module of its name, those of its charts in ``charts``.

Each is a template for ``say``. ``report`` finds the figures and chooses among them. Every template may ask for the
settings of the run: ``who`` is assessed (account or visitor), what ``value`` is, the ``share`` that counts as
high-value, the ``horizon`` in months, the ``target`` precision, and the day ``as_of``.
"""
