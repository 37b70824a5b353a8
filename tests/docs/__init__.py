"""The pages of docs/ match the code."""
