"""Forms by which editors change the base field by field: what a field may hold, drafts, what they change."""
