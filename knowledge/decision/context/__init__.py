"""What rules and answers read: a rule's context, access to the base, records, what a question states.

All of `knowledge.decision` imports it, and it imports nothing of that; from outside only `event_records`,
`places`, `comparison` and `complements`.
"""
