"""Measurements: each module runs alone and prints JSON lines; ratios are of things measured side by side."""
