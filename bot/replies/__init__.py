"""Every Russian sentence that a reader sees, as parts; knows no Telegram."""
