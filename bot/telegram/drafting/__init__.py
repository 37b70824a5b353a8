"""An article that an editor sends, and the cards of its drafted facts.

Imported from outside: `bot.telegram.drafting.articles.build_router`.
"""
