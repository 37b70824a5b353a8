"""What readers say of answers: ratings, error reports, answer alerts; and the marks of outdated answers."""
