"""x"""
def named_in(sentence, clause):
    return (),()
