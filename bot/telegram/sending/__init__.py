"""Everything that calls the Bot API: the Bot, retries, messages, files, entities, callback answers."""
