"""Every chart of the report: each takes the results and gives a chart whose title states a finding, or None."""

from valuecast.report.charts.chart import Chart, Drawn, draw

__all__ = ["Chart", "Drawn", "draw"]
