"""The editors' forms: fields, drafts, parsing of typed values, and the change that a draft makes.

Knows no Telegram: `bot.telegram.edit.dialogs` draws the forms with these modules.
"""
