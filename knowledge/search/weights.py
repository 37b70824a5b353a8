"""Weights fitted by `python -m tests.fit` on the tuning questions; not to be edited by hand."""

RANK = {
    "cover_says": 1.0687,
    "example": 0.4878,
    "example_slot": 1.2181,
    "example_back": 1.9241,
    "loose": -0.9268,
    "missing_ordinal": -0.1236,
    "missing_number": -1.0496,
    "missing_name": -0.6058,
    "missing_head": -0.3462,
    "missing_noun": -0.4466,
    "missing_other": -0.5490,
    "lacking_attribute": -0.6375,
    "slot_example": 0.6700,
    "slot_said": 0.9210,
    "slot_field": -0.2951,
    "slot_lacking": -0.4958,
    "uncounted": -2.1550,
    "reason_lacking": -1.5521,
    "extra_verb": -0.1074,
    "extra_noun": -0.1162,
    "slot_gap": -0.4963,
    "ordinal_clash": -2.3897,
    "inexact": -4.1961,
    "since": -0.0313,
    "side_clash": -2.2866,
    "lacking_sure": -1.3768,
    "field_only": -0.6692,
    "speech_lacking": -1.5958,
    "filler_lacking": -0.4533,
    "filler_far": -0.5481,
    "modifier_clash": -0.1440,
    "post_clash": -0.8408,
    "tense_clash": -2.1180,
    "bare_head": -0.0519,
    "about_lost": -1.2280,
    "nameless": -2.7120,
    "identity": 1.3697,
    "role": 0.4114,
    "event": 1.3085,
    "share": 2.4488,
    "reach": 5.2742,
}
ACCEPT_BIAS = -0.0969
BOUND = 5.0
UNITS = {
    "cover": 4.1175,
    "cover_spoken": 4.0311,
    "cover_says": 3.3409,
    "example": 3.5388,
    "example_slot": 2.8669,
    "example_back": 3.2324,
    "letters": 3.6327,
    "loose": 4.1009,
    "missing_ordinal": 8.1272,
    "missing_number": 11.1505,
    "missing_name": 6.0462,
    "missing_attribute": 4.5001,
    "missing_head": 6.9398,
    "missing_relation": 11.1929,
    "missing_noun": 3.4310,
    "missing_verb": 2.7420,
    "missing_other": 4.8135,
    "missing_elsewhere": 2.1137,
    "lacking_attribute": 4.2757,
    "slot_example": 2.3383,
    "slot_said": 2.3494,
    "slot_field": 2.1863,
    "slot_lacking": 3.4104,
    "slot_taken": 13.0538,
    "uncounted": 5.4000,
    "reason_lacking": 9.5361,
    "missing_count": 4.4041,
    "extra_verb": 4.8488,
    "extra_noun": 3.5379,
    "slot_gap": 3.3995,
    "ordinal_clash": 7.8884,
    "inexact": 18.2234,
    "since": 16.7677,
    "side_clash": 25.7523,
    "lacking_sure": 5.4000,
    "field_only": 8.3896,
    "why_lacking": 13.0538,
    "speech_lacking": 12.1114,
    "filler_lacking": 4.9616,
    "filler_far": 4.7405,
    "reason_reversed": 35.8976,
    "modifier_clash": 6.2766,
    "opposite": 12.4894,
    "post_clash": 22.8317,
    "tense_clash": 8.7239,
    "asks_more": 19.1103,
    "bare_head": 8.2740,
    "about_lost": 14.8907,
    "nameless": 17.8241,
    "identity": 6.6619,
    "role": 4.5253,
    "verb_asked": 5.0974,
    "verb_timed": 6.1150,
    "event": 4.6299,
    "terse_full": 3.9697,
    "few_words": 13.2644,
    "share": 18.6469,
    "reach": 4.4814,
    "best": 0.3966,
    "margin": 0.3297,
    "second": 0.3260,
}
ACCEPT = {
    "cover": -0.0301,
    "cover_spoken": -0.0079,
    "cover_says": -0.0050,
    "example": 0.0130,
    "example_slot": -0.0008,
    "example_back": 0.0118,
    "letters": -0.0176,
    "loose": 0.0338,
    "missing_ordinal": -0.0117,
    "missing_number": -0.0313,
    "missing_name": -0.0256,
    "missing_attribute": 0.0045,
    "missing_head": 0.0096,
    "missing_relation": -0.0008,
    "missing_noun": -0.0130,
    "missing_verb": 0.0386,
    "missing_other": 0.0140,
    "missing_elsewhere": 0.0032,
    "lacking_attribute": 0.0059,
    "slot_example": 0.0211,
    "slot_said": -0.0259,
    "slot_field": -0.0098,
    "slot_lacking": -0.0124,
    "slot_taken": -0.0100,
    "uncounted": -0.0031,
    "reason_lacking": 0.0145,
    "missing_count": -0.0085,
    "extra_verb": -0.0088,
    "extra_noun": -0.0086,
    "slot_gap": -0.0174,
    "ordinal_clash": -0.0118,
    "inexact": -0.0402,
    "since": -0.0018,
    "side_clash": -0.0031,
    "lacking_sure": -0.0244,
    "field_only": -0.0190,
    "why_lacking": -0.0197,
    "speech_lacking": -0.0293,
    "filler_lacking": -0.0066,
    "filler_far": 0.0331,
    "reason_reversed": -0.0083,
    "modifier_clash": -0.0015,
    "opposite": -0.0117,
    "post_clash": -0.0133,
    "tense_clash": -0.0135,
    "asks_more": -0.0239,
    "bare_head": 0.0114,
    "about_lost": -0.0122,
    "nameless": -0.0300,
    "identity": 0.0140,
    "role": 0.0060,
    "verb_asked": 0.0077,
    "verb_timed": -0.0092,
    "event": -0.0135,
    "terse_full": -0.0060,
    "few_words": -0.0811,
    "share": -0.0444,
    "reach": 0.0264,
    "best": 0.0068,
    "margin": 0.0619,
    "second": -0.0441,
}
PAIRS = {
    "cover": (
        "cover -0.0178 cover_spoken -0.0025 cover_says -0.0127 example 0.0022 example_slot 0.0048 "
        "example_back 0.0050 letters -0.0084 loose 0.0084 missing_ordinal -0.0099 missing_number -0.0072 "
        "missing_name -0.0082 missing_attribute 0.0081 missing_head 0.0049 missing_noun 0.0157 "
        "missing_verb 0.0076 missing_elsewhere -0.0185 lacking_attribute 0.0066 slot_example -0.0039 "
        "slot_said -0.0074 slot_lacking -0.0074 slot_taken -0.0128 uncounted -0.0071 reason_lacking "
        "0.0029 missing_count 0.0034 slot_gap -0.0133 ordinal_clash -0.0141 inexact -0.0176 since -0.0177 "
        "lacking_sure -0.0078 field_only -0.0030 why_lacking -0.0127 speech_lacking -0.0181 "
        "filler_lacking -0.0120 filler_far -0.0092 reason_reversed -0.0125 modifier_clash -0.0104 "
        "opposite -0.0091 post_clash -0.0085 tense_clash -0.0071 asks_more -0.0119 bare_head -0.0034 "
        "about_lost -0.0034 nameless -0.0102 identity 0.0038 role 0.0166 verb_asked -0.0113 verb_timed "
        "-0.0168 event -0.0042 terse_full 0.0041 few_words -0.0100 share -0.0167 reach -0.0060 best "
        "0.0029 margin 0.0080 "
    ),
    "cover_spoken": (
        "cover_spoken 0.0094 cover_says -0.0021 example 0.0141 example_slot 0.0044 example_back 0.0084 "
        "letters 0.0082 loose 0.0068 missing_ordinal -0.0096 missing_number -0.0060 missing_name -0.0080 "
        "missing_attribute 0.0045 missing_head 0.0043 missing_noun 0.0037 missing_verb 0.0111 "
        "missing_elsewhere -0.0159 slot_example -0.0036 slot_said -0.0103 slot_field -0.0060 slot_lacking "
        "-0.0027 slot_taken -0.0092 uncounted -0.0058 reason_lacking 0.0026 extra_verb 0.0036 extra_noun "
        "-0.0053 slot_gap -0.0052 ordinal_clash -0.0087 inexact -0.0172 since -0.0197 lacking_sure "
        "-0.0060 why_lacking -0.0127 speech_lacking -0.0175 filler_lacking -0.0120 filler_far -0.0095 "
        "reason_reversed -0.0114 modifier_clash -0.0081 opposite -0.0089 post_clash -0.0092 tense_clash "
        "-0.0034 asks_more -0.0115 bare_head -0.0033 about_lost -0.0103 nameless -0.0102 identity 0.0040 "
        "role -0.0050 verb_asked -0.0142 verb_timed -0.0139 terse_full 0.0077 few_words 0.0049 share "
        "-0.0043 reach 0.0095 best 0.0135 margin 0.0111 second 0.0052 "
    ),
    "cover_says": (
        "cover_says -0.0200 example -0.0203 example_back -0.0116 letters -0.0245 loose 0.0641 "
        "missing_ordinal -0.0033 missing_number -0.0054 missing_name -0.0057 missing_attribute -0.0040 "
        "missing_head 0.0084 missing_relation -0.0040 missing_noun 0.0107 missing_verb -0.0035 "
        "missing_other -0.0110 missing_elsewhere -0.0278 slot_example -0.0050 slot_said 0.0100 "
        "slot_lacking 0.0125 slot_taken -0.0058 uncounted -0.0120 missing_count -0.0053 extra_verb "
        "-0.0134 extra_noun -0.0072 slot_gap -0.0223 inexact -0.0112 since -0.0118 lacking_sure -0.0108 "
        "field_only -0.0031 why_lacking -0.0112 speech_lacking -0.0126 filler_lacking 0.0107 filler_far "
        "-0.0045 reason_reversed -0.0123 modifier_clash 0.0062 opposite -0.0102 post_clash -0.0077 "
        "tense_clash -0.0043 asks_more -0.0063 about_lost -0.0085 nameless -0.0084 role -0.0058 "
        "verb_asked -0.0200 verb_timed -0.0041 terse_full 0.0113 few_words 0.0111 share -0.0028 best "
        "-0.0055 margin -0.0163 second 0.0156 "
    ),
    "example": (
        "example 0.0076 example_slot -0.0031 example_back 0.0187 letters -0.0118 loose 0.0255 "
        "missing_ordinal -0.0105 missing_number 0.0028 missing_name -0.0142 missing_head -0.0096 "
        "missing_noun 0.0040 missing_verb 0.0106 missing_other 0.0026 lacking_attribute 0.0045 "
        "slot_example -0.0041 slot_said -0.0021 slot_field 0.0053 slot_lacking -0.0079 slot_taken -0.0059 "
        "uncounted -0.0062 reason_lacking 0.0066 missing_count 0.0031 extra_verb -0.0046 extra_noun "
        "-0.0105 slot_gap -0.0077 ordinal_clash -0.0048 inexact -0.0132 since -0.0043 side_clash -0.0059 "
        "field_only 0.0090 why_lacking -0.0060 speech_lacking -0.0102 filler_lacking 0.0030 filler_far "
        "-0.0204 modifier_clash 0.0071 opposite -0.0104 post_clash 0.0091 asks_more -0.0090 bare_head "
        "-0.0021 about_lost -0.0082 nameless -0.0063 identity -0.0102 role -0.0034 verb_asked -0.0128 "
        "verb_timed -0.0076 event 0.0028 terse_full 0.0026 few_words 0.0129 share 0.0072 reach 0.0142 "
        "best 0.0090 margin -0.0054 second 0.0166 "
    ),
    "example_slot": (
        "example_slot -0.0086 example_back 0.0086 letters 0.0072 loose 0.0124 missing_ordinal -0.0139 "
        "missing_number -0.0052 missing_name -0.0057 missing_attribute 0.0080 missing_head 0.0113 "
        "missing_relation 0.0037 missing_noun -0.0134 missing_verb 0.0111 missing_other -0.0084 "
        "missing_elsewhere -0.0096 lacking_attribute 0.0181 slot_said 0.0131 slot_taken -0.0030 uncounted "
        "0.0025 missing_count -0.0069 extra_verb 0.0032 extra_noun -0.0333 slot_gap 0.0038 ordinal_clash "
        "-0.0084 inexact -0.0108 side_clash -0.0098 lacking_sure -0.0055 speech_lacking -0.0052 "
        "filler_far 0.0081 reason_reversed 0.0038 modifier_clash -0.0154 opposite -0.0087 post_clash "
        "0.0065 tense_clash -0.0134 asks_more -0.0026 bare_head -0.0065 about_lost -0.0054 nameless "
        "-0.0062 identity -0.0030 role -0.0034 verb_asked 0.0317 verb_timed -0.0028 event -0.0060 "
        "terse_full -0.0141 reach 0.0024 best 0.0091 margin 0.0108 "
    ),
    "example_back": (
        "example_back 0.0133 letters -0.0143 loose 0.0123 missing_ordinal -0.0153 missing_number 0.0048 "
        "missing_name -0.0131 missing_attribute -0.0031 missing_head -0.0024 missing_relation 0.0040 "
        "missing_noun 0.0202 missing_verb 0.0083 missing_other -0.0045 lacking_attribute 0.0257 "
        "slot_example 0.0037 slot_field 0.0098 uncounted 0.0126 reason_lacking 0.0047 extra_verb -0.0071 "
        "extra_noun -0.0025 slot_gap -0.0045 ordinal_clash -0.0087 inexact -0.0132 since -0.0042 "
        "side_clash -0.0044 lacking_sure -0.0091 field_only -0.0022 why_lacking -0.0043 speech_lacking "
        "-0.0106 filler_lacking 0.0105 filler_far -0.0175 opposite -0.0108 post_clash 0.0025 tense_clash "
        "-0.0056 asks_more -0.0103 bare_head 0.0023 about_lost -0.0089 nameless -0.0063 identity -0.0070 "
        "role -0.0022 verb_asked -0.0036 verb_timed 0.0035 event 0.0112 terse_full 0.0069 few_words "
        "-0.0121 share 0.0067 reach 0.0111 best 0.0113 margin -0.0051 second 0.0185 "
    ),
    "letters": (
        "letters -0.0252 loose 0.0071 missing_ordinal -0.0044 missing_number -0.0021 missing_name -0.0311 "
        "missing_attribute -0.0065 missing_head 0.0031 missing_relation 0.0052 missing_noun 0.0043 "
        "missing_verb 0.0368 missing_other -0.0050 missing_elsewhere 0.0144 lacking_attribute -0.0180 "
        "slot_said 0.0063 slot_lacking 0.0030 slot_taken -0.0027 uncounted -0.0023 reason_lacking -0.0049 "
        "missing_count 0.0080 extra_verb 0.0145 extra_noun -0.0313 slot_gap -0.0141 inexact -0.0136 "
        "side_clash -0.0032 lacking_sure -0.0185 field_only -0.0037 why_lacking -0.0193 speech_lacking "
        "-0.0145 filler_lacking 0.0021 filler_far -0.0059 reason_reversed 0.0022 modifier_clash -0.0132 "
        "opposite -0.0158 post_clash -0.0045 asks_more -0.0070 about_lost -0.0143 nameless -0.0046 "
        "identity -0.0157 role -0.0136 verb_asked -0.0151 verb_timed 0.0077 event 0.0265 few_words "
        "-0.0062 share -0.0096 reach 0.0101 margin -0.0276 second 0.0348 "
    ),
    "loose": (
        "loose -0.0236 missing_ordinal -0.0043 missing_name 0.0146 missing_head 0.0127 missing_relation "
        "0.0041 missing_noun 0.0195 missing_verb 0.0026 missing_other 0.0077 missing_elsewhere 0.0169 "
        "lacking_attribute 0.0080 slot_example -0.0029 slot_said -0.0352 slot_field -0.0215 uncounted "
        "-0.0111 missing_count 0.0087 extra_verb 0.0056 extra_noun 0.0283 slot_gap 0.0137 ordinal_clash "
        "-0.0135 inexact -0.0020 since -0.0070 side_clash 0.0066 lacking_sure 0.0067 field_only 0.0068 "
        "why_lacking -0.0065 filler_lacking 0.0311 filler_far 0.0297 modifier_clash 0.0157 opposite "
        "0.0113 post_clash 0.0091 tense_clash 0.0059 bare_head 0.0089 about_lost 0.0064 identity 0.0031 "
        "role 0.0057 verb_asked 0.0255 verb_timed 0.0097 event -0.0193 terse_full -0.0218 few_words "
        "-0.0206 share 0.0188 reach 0.0102 best 0.0146 margin 0.0555 second -0.0428 "
    ),
    "missing_ordinal": (
        "missing_ordinal -0.0065 missing_number 0.0204 missing_attribute 0.0094 missing_noun -0.0085 "
        "missing_other 0.0154 missing_elsewhere 0.0139 lacking_attribute -0.0050 slot_example -0.0023 "
        "slot_said -0.0077 slot_field -0.0042 uncounted -0.0053 missing_count 0.0135 extra_verb -0.0024 "
        "extra_noun -0.0138 slot_gap 0.0063 ordinal_clash 0.0107 modifier_clash -0.0116 role -0.0031 "
        "event -0.0059 few_words -0.0047 share -0.0065 reach -0.0094 best -0.0181 margin -0.0130 second "
        "-0.0020 "
    ),
    "missing_number": (
        "missing_number -0.0174 missing_relation -0.0030 missing_elsewhere 0.0196 lacking_attribute "
        "0.0066 slot_example -0.0057 slot_said -0.0092 slot_field 0.0027 uncounted -0.0050 extra_verb "
        "0.0074 extra_noun 0.0109 ordinal_clash 0.0204 filler_far -0.0026 bare_head -0.0040 role -0.0036 "
        "verb_asked 0.0026 event -0.0040 few_words -0.0116 share -0.0174 reach -0.0069 best -0.0113 "
        "margin -0.0069 second -0.0025 "
    ),
    "missing_name": (
        "missing_name -0.0142 missing_relation -0.0030 missing_noun -0.0088 missing_verb -0.0060 "
        "missing_elsewhere -0.0237 lacking_attribute 0.0188 slot_said 0.0035 slot_field -0.0055 "
        "missing_count -0.0081 extra_verb -0.0068 slot_gap -0.0035 lacking_sure -0.0024 modifier_clash "
        "0.0071 bare_head -0.0023 about_lost 0.0069 role -0.0089 verb_asked 0.0099 verb_timed -0.0031 "
        "event 0.0020 few_words -0.0039 share -0.0142 reach -0.0070 best -0.0117 second -0.0095 "
    ),
    "missing_attribute": (
        "missing_attribute -0.0032 missing_head -0.0061 missing_noun 0.0059 missing_verb -0.0080 "
        "missing_other -0.0092 missing_elsewhere 0.0338 lacking_attribute -0.0321 slot_example 0.0082 "
        "slot_field -0.0165 slot_lacking 0.0140 slot_taken -0.0070 uncounted 0.0057 reason_lacking 0.0061 "
        "missing_count 0.0061 extra_verb 0.0076 extra_noun -0.0091 slot_gap -0.0033 ordinal_clash 0.0091 "
        "lacking_sure -0.0090 field_only -0.0030 filler_far -0.0095 modifier_clash 0.0187 tense_clash "
        "-0.0095 bare_head 0.0063 nameless -0.0037 role 0.0108 verb_asked 0.0136 verb_timed 0.0144 "
        "few_words -0.0146 share 0.0025 reach 0.0103 best 0.0052 margin 0.0240 second -0.0194 "
    ),
    "missing_head": (
        "missing_head 0.0021 missing_relation 0.0046 missing_noun 0.0022 missing_verb 0.0101 "
        "missing_other -0.0465 missing_elsewhere 0.0166 lacking_attribute 0.0047 slot_field -0.0145 "
        "slot_lacking 0.0099 slot_taken -0.0030 uncounted 0.0082 missing_count -0.0063 extra_verb -0.0090 "
        "extra_noun 0.0081 slot_gap -0.0108 ordinal_clash 0.0201 lacking_sure -0.0041 filler_lacking "
        "0.0126 filler_far -0.0071 modifier_clash 0.0025 opposite 0.0206 tense_clash -0.0032 bare_head "
        "0.0086 role -0.0061 verb_asked -0.0168 few_words -0.0254 share 0.0053 reach 0.0063 best 0.0043 "
        "margin -0.0182 second 0.0216 "
    ),
    "missing_relation": (
        "missing_noun 0.0059 missing_verb 0.0067 missing_other -0.0117 missing_elsewhere 0.0183 "
        "slot_example 0.0055 slot_said -0.0124 slot_field -0.0215 slot_taken 0.0093 reason_lacking "
        "-0.0063 missing_count 0.0085 extra_verb 0.0149 extra_noun 0.0123 why_lacking -0.0064 "
        "speech_lacking -0.0065 filler_far 0.0068 modifier_clash -0.0037 opposite 0.0062 bare_head 0.0062 "
        "verb_asked 0.0032 event -0.0041 reach 0.0023 best 0.0025 margin 0.0065 second -0.0044 "
    ),
    "missing_noun": (
        "missing_noun -0.0118 missing_verb 0.0078 missing_other 0.0022 missing_elsewhere -0.0057 "
        "slot_example 0.0246 slot_said -0.0130 slot_field 0.0116 slot_lacking -0.0071 slot_taken 0.0120 "
        "missing_count -0.0034 extra_noun 0.0151 slot_gap 0.0173 ordinal_clash -0.0063 since 0.0175 "
        "side_clash -0.0031 field_only -0.0045 why_lacking -0.0048 speech_lacking 0.0154 filler_lacking "
        "0.0185 filler_far 0.0232 reason_reversed 0.0151 modifier_clash -0.0237 asks_more -0.0042 "
        "bare_head -0.0193 role -0.0204 verb_asked 0.0034 verb_timed 0.0081 few_words -0.0374 share "
        "-0.0071 reach 0.0151 best 0.0073 margin 0.0038 second 0.0023 "
    ),
    "missing_verb": (
        "missing_verb 0.0060 missing_other -0.0171 missing_elsewhere -0.0135 lacking_attribute -0.0057 "
        "slot_example 0.0298 slot_said 0.0087 slot_field -0.0120 slot_lacking -0.0095 reason_lacking "
        "-0.0112 missing_count -0.0051 extra_verb -0.0094 slot_gap 0.0096 ordinal_clash -0.0082 since "
        "0.0093 lacking_sure -0.0040 field_only -0.0116 why_lacking 0.0100 speech_lacking 0.0033 "
        "filler_lacking -0.0070 filler_far 0.0197 modifier_clash 0.0156 tense_clash -0.0020 asks_more "
        "0.0042 bare_head 0.0173 role -0.0111 verb_asked 0.0139 verb_timed 0.0036 event 0.0027 few_words "
        "0.0097 share 0.0216 reach 0.0173 best 0.0215 margin 0.0269 second -0.0090 "
    ),
    "missing_other": (
        "missing_other 0.0267 missing_elsewhere 0.0068 lacking_attribute -0.0102 slot_example -0.0072 "
        "slot_said -0.0021 slot_field 0.0289 uncounted 0.0258 reason_lacking 0.0054 extra_verb 0.0035 "
        "extra_noun -0.0043 slot_gap -0.0083 ordinal_clash 0.0171 since 0.0065 lacking_sure -0.0057 "
        "field_only 0.0085 why_lacking 0.0143 filler_lacking -0.0077 filler_far 0.0241 modifier_clash "
        "0.0161 opposite 0.0079 tense_clash 0.0097 role -0.0192 verb_asked 0.0134 verb_timed -0.0098 "
        "event 0.0087 few_words 0.0059 share 0.0078 reach 0.0029 best -0.0172 margin -0.0076 second "
        "-0.0066 "
    ),
    "missing_elsewhere": (
        "missing_elsewhere 0.0114 lacking_attribute -0.0098 slot_said -0.0185 slot_field 0.0199 "
        "slot_lacking 0.0055 slot_taken -0.0078 uncounted 0.0065 reason_lacking -0.0083 missing_count "
        "0.0193 extra_verb -0.0026 extra_noun -0.0042 ordinal_clash 0.0155 since 0.0172 lacking_sure "
        "-0.0037 field_only -0.0089 why_lacking 0.0044 speech_lacking -0.0101 filler_lacking 0.0057 "
        "filler_far 0.0046 reason_reversed 0.0093 modifier_clash 0.0284 opposite -0.0067 bare_head "
        "-0.0098 about_lost -0.0099 nameless -0.0024 identity 0.0039 role -0.0243 verb_asked 0.0047 "
        "verb_timed -0.0032 event -0.0111 few_words -0.0132 reach -0.0022 best -0.0172 margin 0.0092 "
        "second -0.0231 "
    ),
    "lacking_attribute": (
        "lacking_attribute 0.0028 slot_example 0.0140 slot_field 0.0073 slot_lacking -0.0057 slot_taken "
        "-0.0131 uncounted 0.0096 reason_lacking 0.0059 missing_count 0.0104 extra_verb 0.0117 extra_noun "
        "0.0290 slot_gap -0.0099 ordinal_clash -0.0059 inexact -0.0025 lacking_sure -0.0116 field_only "
        "0.0077 speech_lacking -0.0027 filler_lacking -0.0075 filler_far -0.0027 modifier_clash -0.0020 "
        "tense_clash -0.0022 bare_head 0.0274 about_lost 0.0047 nameless -0.0059 role 0.0189 verb_asked "
        "0.0174 event 0.0040 few_words -0.0209 share 0.0033 best 0.0100 margin 0.0181 second -0.0097 "
    ),
    "slot_example": (
        "slot_example 0.0055 slot_said 0.0270 slot_field 0.0022 slot_taken -0.0058 uncounted -0.0109 "
        "missing_count 0.0210 extra_verb 0.0037 extra_noun 0.0047 slot_gap 0.0034 inexact -0.0107 "
        "side_clash -0.0104 lacking_sure -0.0059 filler_lacking 0.0131 filler_far 0.0153 tense_clash "
        "-0.0029 asks_more -0.0033 bare_head -0.0159 about_lost -0.0031 nameless -0.0055 role 0.0054 "
        "verb_asked 0.0081 verb_timed 0.0250 event 0.0100 terse_full -0.0287 share 0.0118 reach -0.0035 "
        "best 0.0063 margin 0.0234 second -0.0149 "
    ),
    "slot_said": (
        "slot_said -0.0068 slot_field -0.0060 slot_taken -0.0026 uncounted -0.0075 missing_count -0.0125 "
        "extra_verb 0.0216 extra_noun -0.0025 slot_gap 0.0067 ordinal_clash -0.0108 inexact -0.0103 since "
        "0.0083 side_clash -0.0087 lacking_sure -0.0021 modifier_clash -0.0377 opposite -0.0092 "
        "post_clash -0.0035 tense_clash -0.0172 bare_head -0.0149 role 0.0431 verb_asked 0.0129 "
        "verb_timed 0.0093 event -0.0037 few_words 0.0094 share -0.0144 reach -0.0116 best 0.0065 margin "
        "0.0117 second -0.0026 "
    ),
    "slot_field": (
        "slot_field -0.0024 slot_taken -0.0024 uncounted -0.0070 extra_verb -0.0071 extra_noun 0.0438 "
        "slot_gap -0.0033 inexact -0.0095 lacking_sure 0.0022 field_only -0.0046 speech_lacking -0.0071 "
        "filler_far 0.0136 post_clash -0.0032 tense_clash -0.0138 asks_more -0.0042 bare_head -0.0061 "
        "about_lost -0.0025 nameless -0.0041 identity 0.0034 verb_timed -0.0203 event -0.0033 few_words "
        "0.0198 share -0.0055 reach 0.0029 margin 0.0168 second -0.0129 "
    ),
    "slot_lacking": (
        "slot_lacking -0.0047 uncounted 0.0147 reason_lacking 0.0055 extra_verb 0.0265 extra_noun 0.0039 "
        "slot_gap -0.0031 lacking_sure 0.0108 why_lacking -0.0075 filler_lacking -0.0216 filler_far "
        "0.0203 modifier_clash -0.0195 bare_head 0.0135 verb_asked -0.0034 verb_timed -0.0149 few_words "
        "-0.0233 share -0.0069 best -0.0059 second -0.0047 "
    ),
    "slot_taken": (
        "slot_taken -0.0055 missing_count 0.0037 extra_verb 0.0078 extra_noun 0.0102 slot_gap 0.0033 "
        "filler_far 0.0136 bare_head -0.0091 role 0.0073 verb_asked 0.0031 event 0.0059 share -0.0055 "
        "reach -0.0128 best -0.0090 margin -0.0101 second 0.0029 "
    ),
    "uncounted": (
        "missing_count 0.0078 extra_verb 0.0036 extra_noun 0.0136 slot_gap -0.0089 ordinal_clash -0.0058 "
        "lacking_sure -0.0036 filler_lacking 0.0143 filler_far -0.0089 modifier_clash -0.0074 opposite "
        "-0.0063 tense_clash -0.0033 bare_head 0.0220 verb_asked -0.0074 verb_timed -0.0074 few_words "
        "-0.0350 reach -0.0119 best -0.0045 margin -0.0021 "
    ),
    "reason_lacking": (
        "reason_lacking 0.0080 missing_count -0.0031 extra_verb 0.0043 slot_gap 0.0063 why_lacking "
        "-0.0109 modifier_clash -0.0143 share 0.0080 reach 0.0035 best 0.0026 margin -0.0105 second "
        "0.0125 "
    ),
    "missing_count": (
        "missing_count 0.0079 extra_verb -0.0155 extra_noun 0.0162 slot_gap 0.0133 ordinal_clash 0.0165 "
        "since 0.0111 side_clash -0.0023 lacking_sure 0.0076 field_only -0.0030 why_lacking 0.0083 "
        "speech_lacking 0.0070 filler_lacking -0.0050 filler_far 0.0106 reason_reversed 0.0063 "
        "modifier_clash 0.0079 opposite 0.0087 asks_more -0.0036 bare_head 0.0043 about_lost -0.0030 role "
        "-0.0279 verb_asked 0.0021 verb_timed 0.0106 few_words -0.0381 share -0.0046 reach 0.0135 best "
        "-0.0062 margin 0.0110 second -0.0160 "
    ),
    "extra_verb": (
        "extra_verb -0.0072 extra_noun 0.0108 slot_gap 0.0174 ordinal_clash -0.0069 since 0.0077 "
        "lacking_sure -0.0048 field_only -0.0101 why_lacking 0.0205 filler_lacking -0.0033 "
        "reason_reversed 0.0063 modifier_clash 0.0044 opposite -0.0168 bare_head 0.0056 role -0.0023 "
        "verb_asked -0.0057 verb_timed 0.0098 event -0.0196 few_words -0.0106 share -0.0047 reach 0.0033 "
        "best -0.0047 margin 0.0067 second -0.0105 "
    ),
    "extra_noun": (
        "extra_noun 0.0135 slot_gap 0.0091 ordinal_clash -0.0048 since 0.0022 why_lacking 0.0039 "
        "filler_lacking 0.0122 filler_far 0.0158 modifier_clash 0.0035 opposite 0.0029 asks_more -0.0037 "
        "bare_head -0.0059 about_lost -0.0059 role -0.0132 verb_timed -0.0055 event 0.0040 few_words "
        "-0.0317 share -0.0046 best -0.0165 second -0.0128 "
    ),
    "slot_gap": (
        "slot_gap -0.0112 ordinal_clash 0.0068 since -0.0059 side_clash 0.0067 lacking_sure 0.0123 "
        "field_only 0.0086 why_lacking -0.0057 speech_lacking -0.0036 reason_reversed -0.0029 "
        "modifier_clash 0.0213 tense_clash 0.0181 asks_more -0.0055 bare_head 0.0133 role -0.0058 "
        "verb_asked -0.0154 verb_timed -0.0040 event 0.0113 few_words -0.0094 share -0.0097 reach -0.0041 "
        "best -0.0137 margin -0.0268 second 0.0160 "
    ),
    "ordinal_clash": (
        "ordinal_clash -0.0065 filler_far -0.0061 modifier_clash -0.0275 bare_head -0.0056 role -0.0066 "
        "verb_asked -0.0048 verb_timed -0.0022 event -0.0029 few_words -0.0076 share -0.0065 reach "
        "-0.0124 best -0.0129 margin -0.0054 second -0.0052 "
    ),
    "inexact": (
        "inexact -0.0223 event -0.0134 few_words -0.0159 share -0.0223 reach -0.0191 best -0.0164 margin "
        "-0.0116 second -0.0020 "
    ),
    "since": (
        "field_only -0.0048 filler_far 0.0115 verb_timed 0.0183 event -0.0064 reach -0.0204 best -0.0130 "
        "margin -0.0038 second -0.0070 "
    ),
    "side_clash": (
        "modifier_clash -0.0023 tense_clash 0.0200 role 0.0023 best -0.0103 margin -0.0042 second -0.0043 "
    ),
    "lacking_sure": (
        "lacking_sure -0.0135 field_only -0.0021 filler_lacking -0.0051 filler_far 0.0064 modifier_clash "
        "-0.0061 bare_head 0.0308 role -0.0045 verb_asked 0.0054 event 0.0093 terse_full -0.0041 "
        "few_words -0.0311 share -0.0135 reach -0.0071 best -0.0057 second -0.0053 "
    ),
    "field_only": (
        "field_only -0.0105 filler_far 0.0118 modifier_clash 0.0097 opposite -0.0055 tense_clash -0.0059 "
        "verb_timed -0.0221 event -0.0076 share -0.0105 best -0.0041 margin -0.0124 second 0.0089 "
    ),
    "why_lacking": (
        "why_lacking -0.0109 few_words -0.0125 share -0.0109 reach -0.0142 best -0.0100 margin -0.0130 "
        "second 0.0046 "
    ),
    "speech_lacking": (
        "speech_lacking -0.0163 few_words -0.0099 share -0.0163 reach -0.0192 best -0.0166 margin -0.0134 "
    ),
    "filler_lacking": (
        "filler_lacking -0.0036 modifier_clash 0.0266 bare_head -0.0178 nameless -0.0029 verb_asked "
        "-0.0052 verb_timed -0.0046 few_words -0.0070 share -0.0037 reach -0.0094 best -0.0033 margin "
        "-0.0120 second 0.0092 "
    ),
    "filler_far": (
        "filler_far -0.0304 modifier_clash -0.0172 opposite 0.0048 tense_clash -0.0171 role 0.0052 "
        "verb_timed 0.0330 event 0.0179 few_words -0.0147 share 0.0184 reach -0.0073 best -0.0059 margin "
        "-0.0053 "
    ),
    "reason_reversed": (
        "reason_reversed -0.0046 share -0.0046 reach -0.0131 best -0.0104 margin -0.0167 second 0.0079 "
    ),
    "modifier_clash": (
        "opposite -0.0114 tense_clash 0.0046 bare_head 0.0112 role -0.0204 verb_asked 0.0283 verb_timed "
        "0.0095 event -0.0140 terse_full 0.0169 reach -0.0075 best -0.0087 second -0.0077 "
    ),
    "opposite": (
        "opposite -0.0065 bare_head 0.0062 verb_asked 0.0049 verb_timed -0.0085 event -0.0106 few_words "
        "-0.0082 share -0.0065 reach -0.0088 best -0.0136 margin -0.0073 second -0.0040 "
    ),
    "post_clash": (
        "post_clash -0.0074 few_words -0.0067 share -0.0074 reach -0.0097 best -0.0077 margin -0.0084 "
    ),
    "tense_clash": (
        "tense_clash -0.0075 verb_asked -0.0058 verb_timed -0.0239 event -0.0160 terse_full -0.0054 share "
        "-0.0075 reach -0.0050 best -0.0140 margin -0.0137 second 0.0021 "
    ),
    "asks_more": (
        "asks_more -0.0133 bare_head 0.0144 few_words -0.0115 share -0.0133 reach -0.0126 best -0.0124 "
        "margin -0.0090 "
    ),
    "bare_head": (
        "bare_head 0.0063 nameless 0.0117 role 0.0065 verb_asked -0.0040 event -0.0020 few_words 0.0181 "
        "share 0.0063 reach -0.0036 best -0.0131 margin -0.0161 second 0.0051 "
    ),
    "about_lost": (
        "about_lost -0.0068 role -0.0241 few_words -0.0082 share -0.0068 reach -0.0067 best -0.0089 "
        "margin -0.0066 "
    ),
    "nameless": (
        "nameless -0.0167 few_words -0.0143 share -0.0167 reach -0.0109 best -0.0071 second -0.0041 "
    ),
    "identity": (
        "identity 0.0078 terse_full 0.0038 share 0.0078 reach 0.0043 best 0.0029 margin 0.0071 second "
        "-0.0049 "
    ),
    "role": (
        "role 0.0030 verb_asked 0.0056 event 0.0091 terse_full 0.0041 few_words 0.0262 share 0.0034 best "
        "0.0091 margin 0.0235 second -0.0155 "
    ),
    "verb_asked": (
        "verb_asked 0.0059 event 0.0150 few_words -0.0128 share 0.0043 reach -0.0119 margin 0.0065 second "
        "-0.0073 "
    ),
    "verb_timed": (
        "verb_timed 0.0130 event -0.0138 few_words -0.0085 share -0.0051 reach -0.0134 best -0.0021 "
        "margin -0.0198 second 0.0179 "
    ),
    "event": (
        "event 0.0043 few_words 0.0136 share -0.0075 reach -0.0037 best 0.0033 margin 0.0161 second -0.0087 "
    ),
    "terse_full": (
        "terse_full -0.0026 few_words 0.0138 share -0.0033 reach 0.0052 margin 0.0234 second -0.0219 "
    ),
    "few_words": ("few_words 0.0067 share -0.0449 reach 0.0190 best 0.0210 margin 0.0053 second 0.0163 "),
    "share": ("share -0.0245 reach 0.0147 best 0.0038 margin 0.0344 second -0.0245 "),
    "reach": ("reach 0.0339 best 0.0277 margin 0.0184 second 0.0103 "),
    "best": ("best 0.0278 margin 0.0257 second 0.0038 "),
    "margin": ("margin -0.0313 second 0.0550 "),
    "second": ("second -0.0482 "),
}
