"""Computed views of a text, cheapest first; nothing is computed that no check asked for."""
