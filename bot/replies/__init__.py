"""Every Russian text that a person sees, as replies of parts; knows no Telegram.

Functions are named by the text or screen they return. Imported by every layer above `knowledge`.
"""
