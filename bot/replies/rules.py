"""What each rule of the engine decided, said in Russian; a name without a line is shown as it is."""

RULES = {
    "small-talk": "это не вопрос, а разговор",
    "chosen": "факт выбран кнопкой или номером",
    "off-topic": "в базе нет ничего близкого",
    "bad-input": "вопрос не удалось прочитать",
}
