"""An independent check of refusals: what they call absent, and whether they name what is missing."""
