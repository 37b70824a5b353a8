from pymorphy3.analyzer import MorphAnalyzer as MorphAnalyzer
