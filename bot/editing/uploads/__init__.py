"""What editors upload and download: YAML files, zips and spreadsheets of the base.

From outside import `contents`, `archives`, `exports` and `refusals`.
"""
