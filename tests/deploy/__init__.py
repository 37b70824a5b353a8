"""An operator's files: Dockerfile, units, dashboard; `python -m tests.deploy` goes through the Dockerfile."""
