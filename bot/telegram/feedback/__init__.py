"""What readers say of answers: ratings, error reports, answer alerts; and the marks of outdated answers.

`bot.wiring` imports `routers` and `outdated_marks`.
"""
