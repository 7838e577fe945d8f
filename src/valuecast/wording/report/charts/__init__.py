"""Titles, readings and axes of the charts, in modules named as those of ``report.charts``."""
