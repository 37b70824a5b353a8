"""Drafts a pack from an article: source, people, events and facts that editors accept, change or drop.

From below: `grammar` and `texts`; `mentions` of times, places and names; `clauses`; the `article`; `people`
and who speaks; `events`, and the `parts` of a clause; `statements`; example `questions`; the `pack`, and
`advice` on facts that are hard to find. Outside import `knowledge.drafting.pack.drafted_pack.draft_pack`,
`knowledge.drafting.pack.additions`, `knowledge.drafting.article.publication_date` and the modules of
`knowledge.drafting.advice`.
"""
