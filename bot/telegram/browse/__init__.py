"""Looking around without a question: /start, /help, /source, /cancel, /topics, and the bot's profile."""
