"""A typed value that cannot be read: it is said why, and the prompt stays."""

from __future__ import annotations

from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.editing.forms.typed_values import InputError
from bot.replies.editing import input_errors
from bot.replies.editing.quick_edit import invalid
from bot.telegram import prompts
from bot.telegram.sending.places import place_of
from bot.telegram.sending.sender import Sender


async def ask_again(error: InputError, message: Message, state: FSMContext, sender: Sender) -> None:
    wrong = invalid(input_errors.wording(error.fault, error.data))
    await prompts.asked_again(state, await sender.send(place_of(message), wrong))
