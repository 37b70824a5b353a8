"""How accurate the engine is: question files, judging of a reply, the report. Prints nothing by itself.

`spravka eval`, the edit gate and the tests import its modules.
"""
