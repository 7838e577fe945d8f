"""Statements for the warehouses that the tests cannot run."""
