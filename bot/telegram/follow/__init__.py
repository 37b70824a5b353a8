"""Following: subscriptions, reminders' buttons, the time zone, and which chats can be written to."""
