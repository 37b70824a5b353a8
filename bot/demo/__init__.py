"""The demo: the whole bot in a browser, against a local Bot API; `run` never imports it."""
