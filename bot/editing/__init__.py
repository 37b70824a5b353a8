"""How the base is edited: proposals, the gate before publication, roles. Knows neither Telegram nor SQL."""
