"""The editors' dialogs on aiogram-dialog: lists, forms, the calendar. Only the bot loads this."""
