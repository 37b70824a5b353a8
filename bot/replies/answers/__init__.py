"""Replies to readers: answers, choices, refusals, menus, /why, feedback. Entry point: `rendering.render`."""
