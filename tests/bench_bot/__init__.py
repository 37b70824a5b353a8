"""`make bench-bot`: the running bot beside a bare aiogram echo bot, over the local Bot API."""
