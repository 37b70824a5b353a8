"""The editors' forms: fields, drafts, parsing of typed values, and the change that a draft makes.

Knows no Telegram: `bot.telegram.edit.dialogs` imports these modules and draws the forms.
"""
