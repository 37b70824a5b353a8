"""Asking: questions in chats and inline mode, options and examples, /why, and what no handler understands.

`bot.telegram.dispatcher` takes the routers; other packages import `question_flow` and `addressing`.
"""
