"""Weights fitted by `python -m tests.fit` on the tuning questions; not to be edited by hand."""

RANK = {
    "cover_says": 0.7915,
    "example": 0.1587,
    "example_slot": 1.1635,
    "example_back": 1.9511,
    "loose": -1.0163,
    "missing_ordinal": -0.8797,
    "missing_number": -0.7364,
    "missing_name": -0.6528,
    "missing_head": -0.6525,
    "missing_noun": -0.4527,
    "missing_other": -0.5076,
    "lacking_attribute": -1.0439,
    "slot_example": 0.6289,
    "slot_said": 0.8492,
    "slot_field": -0.0539,
    "slot_lacking": -0.4589,
    "slot_taken": -0.7039,
    "uncounted": -1.0833,
    "reason_lacking": -1.2355,
    "extra_verb": -0.3063,
    "extra_noun": -0.1299,
    "slot_gap": -0.3488,
    "ordinal_clash": -2.6901,
    "inexact": -4.4603,
    "since": -2.3509,
    "side_clash": -3.9094,
    "field_only": -0.7383,
    "why_lacking": -0.8679,
    "speech_lacking": -1.7899,
    "filler_lacking": -0.2575,
    "filler_far": -0.5823,
    "modifier_clash": -0.0959,
    "post_clash": -0.8283,
    "tense_clash": -2.2558,
    "bare_head": -0.2829,
    "about_lost": -0.6540,
    "nameless": -3.3456,
    "identity": 1.6682,
    "role": 0.2414,
    "verb_asked": -0.1880,
    "event": 1.0028,
    "value_held": 0.6242,
    "value_lacking": -0.2389,
    "kind_held": 0.3183,
    "examples": -4.7371,
    "share": 1.4673,
    "reach": 6.4075,
}
ACCEPT_BIAS = -0.0122
BOUND = 5.0
UNITS = {
    "cover": 3.0992,
    "cover_spoken": 3.0772,
    "cover_says": 2.9201,
    "example": 3.3993,
    "example_slot": 3.5682,
    "example_back": 2.8095,
    "letters": 3.1427,
    "loose": 4.4926,
    "missing_ordinal": 7.3986,
    "missing_number": 5.9514,
    "missing_name": 2.3700,
    "missing_attribute": 2.9935,
    "missing_head": 3.9784,
    "missing_relation": 8.5689,
    "missing_noun": 1.4555,
    "missing_verb": 2.0365,
    "missing_other": 2.6183,
    "missing_elsewhere": 1.8752,
    "lacking_attribute": 3.1266,
    "slot_example": 2.1351,
    "slot_said": 2.1809,
    "slot_field": 2.1283,
    "slot_lacking": 3.1328,
    "slot_taken": 19.7244,
    "uncounted": 4.1061,
    "reason_lacking": 7.2598,
    "missing_count": 2.6918,
    "extra_verb": 4.5191,
    "extra_noun": 2.6380,
    "slot_gap": 4.2246,
    "ordinal_clash": 7.4639,
    "inexact": 14.1337,
    "since": 17.0892,
    "side_clash": 52.1281,
    "lacking_sure": 4.7270,
    "field_only": 7.0513,
    "why_lacking": 9.1742,
    "speech_lacking": 15.8260,
    "filler_lacking": 4.1918,
    "filler_far": 5.1335,
    "reason_reversed": 54.7546,
    "modifier_clash": 5.4531,
    "opposite": 13.7499,
    "post_clash": 31.2871,
    "tense_clash": 6.4060,
    "asks_more": 25.7241,
    "bare_head": 10.3586,
    "about_lost": 8.4901,
    "nameless": 14.3084,
    "identity": 9.7118,
    "role": 5.0560,
    "verb_asked": 4.0994,
    "verb_timed": 4.3195,
    "event": 6.2793,
    "terse_full": 5.3020,
    "few_words": 12.7144,
    "value_held": 2.9347,
    "value_lacking": 3.3727,
    "kind_held": 2.7692,
    "proposition": 3.6884,
    "examples": 5.2201,
    "share": 10.6201,
    "reach": 2.8957,
    "best": 0.2686,
    "margin": 0.3134,
    "second": 0.2744,
}
ACCEPT = {
    "cover": -0.0261,
    "cover_spoken": 0.0161,
    "cover_says": 0.0167,
    "example": 0.0117,
    "example_slot": -0.0048,
    "example_back": 0.0079,
    "letters": 0.0007,
    "loose": 0.0223,
    "missing_ordinal": 0.0015,
    "missing_number": -0.0131,
    "missing_name": -0.0878,
    "missing_attribute": 0.0048,
    "missing_head": 0.0053,
    "missing_relation": -0.0124,
    "missing_noun": -0.0330,
    "missing_verb": 0.0381,
    "missing_other": -0.0075,
    "missing_elsewhere": -0.0067,
    "lacking_attribute": -0.0216,
    "slot_example": 0.0081,
    "slot_said": -0.0165,
    "slot_field": -0.0355,
    "slot_lacking": -0.0437,
    "slot_taken": -0.0048,
    "uncounted": -0.0008,
    "reason_lacking": 0.0120,
    "missing_count": -0.0208,
    "extra_verb": -0.0082,
    "extra_noun": -0.0162,
    "slot_gap": -0.0206,
    "ordinal_clash": -0.0023,
    "inexact": -0.0095,
    "since": -0.0200,
    "side_clash": -0.0238,
    "lacking_sure": -0.0127,
    "field_only": -0.0228,
    "why_lacking": -0.0266,
    "speech_lacking": -0.0285,
    "filler_lacking": -0.0293,
    "filler_far": 0.0235,
    "reason_reversed": 0.0060,
    "modifier_clash": -0.0096,
    "opposite": -0.0043,
    "post_clash": -0.0252,
    "tense_clash": -0.0245,
    "asks_more": -0.0372,
    "bare_head": 0.0074,
    "about_lost": 0.0048,
    "nameless": -0.0400,
    "identity": 0.0190,
    "role": 0.0054,
    "verb_asked": -0.0135,
    "verb_timed": 0.0032,
    "event": -0.0182,
    "terse_full": -0.0073,
    "few_words": -0.1063,
    "value_held": 0.0175,
    "value_lacking": -0.0050,
    "kind_held": -0.0109,
    "proposition": 0.0124,
    "examples": -0.0355,
    "share": -0.0623,
    "reach": 0.0809,
    "best": 0.0413,
    "margin": 0.0851,
    "second": -0.0328,
}
PAIRS = {
    "cover": (
        "cover -0.0255 cover_spoken -0.0080 cover_says -0.0228 example 0.0086 example_slot 0.0068 "
        "example_back 0.0035 letters -0.0132 loose 0.0152 missing_ordinal -0.0119 missing_number -0.0058 "
        "missing_name -0.0127 missing_attribute 0.0047 missing_head -0.0026 missing_relation 0.0026 "
        "missing_noun 0.0339 missing_verb 0.0217 missing_other 0.0113 missing_elsewhere -0.0159 "
        "lacking_attribute 0.0113 slot_said 0.0030 slot_field 0.0140 slot_lacking -0.0092 slot_taken "
        "-0.0167 uncounted -0.0122 missing_count 0.0160 extra_verb -0.0032 slot_gap -0.0111 ordinal_clash "
        "-0.0167 inexact -0.0201 since -0.0073 side_clash -0.0069 lacking_sure -0.0099 field_only -0.0057 "
        "why_lacking -0.0146 speech_lacking -0.0207 filler_lacking -0.0166 filler_far -0.0117 "
        "reason_reversed -0.0150 modifier_clash -0.0142 opposite -0.0112 post_clash -0.0120 tense_clash "
        "-0.0071 asks_more -0.0129 bare_head -0.0073 nameless -0.0118 identity 0.0026 role 0.0238 "
        "verb_asked -0.0096 verb_timed -0.0110 event -0.0069 few_words -0.0142 value_held 0.0025 "
        "value_lacking -0.0040 kind_held 0.0028 proposition 0.0139 examples 0.0093 share -0.0143 reach "
        "-0.0064 best -0.0021 second -0.0036 "
    ),
    "cover_spoken": (
        "cover_spoken 0.0050 cover_says -0.0097 example 0.0239 example_slot 0.0094 example_back 0.0144 "
        "letters 0.0031 loose 0.0130 missing_ordinal -0.0112 missing_number -0.0075 missing_name -0.0135 "
        "missing_attribute 0.0038 missing_head -0.0028 missing_relation -0.0029 missing_noun 0.0267 "
        "missing_verb 0.0218 missing_other 0.0133 missing_elsewhere -0.0236 lacking_attribute 0.0075 "
        "slot_example 0.0042 slot_said 0.0129 slot_field 0.0078 slot_lacking -0.0032 slot_taken -0.0147 "
        "uncounted -0.0104 missing_count 0.0103 extra_noun -0.0065 slot_gap 0.0038 ordinal_clash -0.0067 "
        "inexact -0.0199 since -0.0069 side_clash -0.0069 lacking_sure -0.0066 field_only -0.0021 "
        "why_lacking -0.0144 speech_lacking -0.0200 filler_lacking -0.0160 filler_far -0.0097 "
        "reason_reversed -0.0145 modifier_clash -0.0109 opposite -0.0111 post_clash -0.0125 tense_clash "
        "-0.0035 asks_more -0.0128 bare_head -0.0073 about_lost -0.0053 nameless -0.0118 role 0.0020 "
        "verb_asked -0.0097 verb_timed -0.0033 event 0.0043 terse_full 0.0079 few_words 0.0116 value_held "
        "0.0124 kind_held 0.0119 proposition 0.0175 examples 0.0215 share 0.0090 reach 0.0069 best 0.0087 "
        "margin 0.0081 "
    ),
    "cover_says": (
        "cover_says -0.0135 example -0.0113 example_slot 0.0037 example_back -0.0139 letters -0.0253 "
        "loose 0.0664 missing_number -0.0212 missing_name -0.0085 missing_head 0.0043 missing_relation "
        "-0.0102 missing_noun 0.0336 missing_verb 0.0082 missing_other 0.0085 missing_elsewhere -0.0417 "
        "lacking_attribute -0.0044 slot_example -0.0177 slot_said 0.0321 slot_field -0.0047 slot_lacking "
        "0.0171 slot_taken -0.0097 uncounted -0.0061 missing_count 0.0050 extra_verb -0.0202 extra_noun "
        "-0.0163 slot_gap -0.0236 ordinal_clash 0.0109 inexact -0.0156 since -0.0064 side_clash -0.0066 "
        "lacking_sure -0.0203 field_only 0.0030 why_lacking -0.0134 speech_lacking -0.0167 filler_lacking "
        "-0.0084 filler_far -0.0047 reason_reversed -0.0159 modifier_clash -0.0021 opposite -0.0144 "
        "post_clash -0.0115 tense_clash -0.0126 asks_more -0.0067 bare_head -0.0061 about_lost -0.0045 "
        "nameless -0.0100 role -0.0086 verb_asked -0.0218 verb_timed 0.0027 event -0.0108 few_words "
        "0.0226 value_held 0.0246 kind_held 0.0184 proposition 0.0097 examples -0.0061 share 0.0092 reach "
        "-0.0057 margin -0.0145 second 0.0113 "
    ),
    "example": (
        "example 0.0080 example_slot -0.0046 example_back 0.0235 letters -0.0242 loose 0.0306 "
        "missing_ordinal -0.0162 missing_number 0.0047 missing_name -0.0205 missing_attribute -0.0091 "
        "missing_head -0.0101 missing_relation 0.0055 missing_noun 0.0058 missing_verb 0.0163 "
        "missing_other 0.0083 missing_elsewhere -0.0129 lacking_attribute 0.0045 slot_example -0.0035 "
        "slot_said -0.0029 slot_lacking -0.0081 slot_taken -0.0171 reason_lacking 0.0090 missing_count "
        "-0.0082 extra_verb -0.0036 extra_noun -0.0136 slot_gap -0.0094 ordinal_clash -0.0036 inexact "
        "-0.0174 side_clash -0.0066 lacking_sure -0.0183 why_lacking -0.0033 speech_lacking -0.0175 "
        "filler_lacking 0.0266 filler_far -0.0125 modifier_clash 0.0099 opposite -0.0098 post_clash "
        "0.0100 tense_clash -0.0059 asks_more -0.0131 bare_head -0.0065 about_lost -0.0154 nameless "
        "-0.0074 identity -0.0075 verb_asked -0.0119 verb_timed -0.0048 event 0.0238 terse_full 0.0134 "
        "few_words 0.0145 value_held -0.0034 value_lacking -0.0095 kind_held -0.0042 proposition -0.0086 "
        "examples 0.0238 share 0.0066 reach 0.0223 best 0.0109 second 0.0100 "
    ),
    "example_slot": (
        "example_slot -0.0042 example_back 0.0191 letters -0.0236 loose 0.0129 missing_ordinal -0.0321 "
        "missing_number -0.0283 missing_name -0.0145 missing_attribute 0.0063 missing_head 0.0047 "
        "missing_relation 0.0089 missing_noun -0.0047 missing_verb 0.0189 missing_other 0.0106 "
        "missing_elsewhere -0.0173 lacking_attribute 0.0291 slot_field -0.0084 slot_taken -0.0150 "
        "uncounted -0.0106 missing_count -0.0169 extra_noun -0.0367 ordinal_clash -0.0188 inexact -0.0121 "
        "since 0.0057 side_clash -0.0079 lacking_sure -0.0094 speech_lacking -0.0043 filler_lacking "
        "0.0204 filler_far 0.0285 reason_reversed 0.0068 modifier_clash -0.0038 opposite -0.0130 "
        "post_clash 0.0100 tense_clash -0.0107 asks_more -0.0092 bare_head -0.0077 about_lost -0.0210 "
        "nameless -0.0026 identity 0.0026 role -0.0173 verb_asked 0.0335 verb_timed -0.0051 event 0.0075 "
        "terse_full -0.0260 few_words 0.0104 value_held -0.0341 value_lacking -0.0088 kind_held -0.0290 "
        "proposition 0.0101 examples 0.0172 share -0.0027 reach 0.0058 margin 0.0071 second -0.0046 "
    ),
    "example_back": (
        "example_back 0.0151 letters -0.0080 loose 0.0344 missing_ordinal -0.0167 missing_number 0.0067 "
        "missing_name -0.0231 missing_attribute -0.0039 missing_head -0.0062 missing_relation 0.0116 "
        "missing_noun 0.0115 missing_verb 0.0046 missing_other -0.0022 missing_elsewhere -0.0098 "
        "lacking_attribute 0.0185 slot_example 0.0029 slot_said 0.0042 slot_field 0.0129 slot_lacking "
        "-0.0103 slot_taken -0.0085 uncounted 0.0112 reason_lacking -0.0054 missing_count -0.0047 "
        "extra_verb -0.0077 extra_noun -0.0023 slot_gap -0.0142 inexact -0.0209 since -0.0036 side_clash "
        "-0.0058 lacking_sure -0.0181 field_only 0.0044 why_lacking -0.0083 speech_lacking -0.0185 "
        "filler_lacking 0.0069 filler_far -0.0210 modifier_clash 0.0086 opposite -0.0037 tense_clash "
        "-0.0028 asks_more -0.0146 bare_head 0.0070 about_lost -0.0086 nameless -0.0034 identity -0.0036 "
        "verb_asked -0.0134 event 0.0185 terse_full 0.0230 few_words -0.0033 value_held -0.0031 "
        "value_lacking 0.0089 kind_held -0.0030 proposition -0.0056 examples 0.0121 share 0.0081 reach "
        "0.0134 best 0.0089 margin -0.0083 second 0.0162 "
    ),
    "letters": (
        "letters -0.0101 missing_ordinal -0.0042 missing_number 0.0159 missing_name -0.0351 "
        "missing_attribute -0.0065 missing_head 0.0025 missing_relation 0.0034 missing_noun 0.0350 "
        "missing_verb 0.0458 missing_other 0.0143 lacking_attribute -0.0116 slot_example -0.0194 "
        "slot_said -0.0115 slot_field 0.0048 slot_lacking 0.0037 slot_taken -0.0144 missing_count 0.0263 "
        "extra_verb 0.0266 extra_noun 0.0020 slot_gap -0.0131 inexact -0.0248 side_clash -0.0030 "
        "lacking_sure -0.0258 field_only -0.0034 why_lacking -0.0096 speech_lacking -0.0229 "
        "filler_lacking 0.0145 filler_far -0.0126 modifier_clash -0.0226 opposite -0.0118 post_clash "
        "-0.0074 asks_more -0.0100 about_lost -0.0188 nameless -0.0027 identity -0.0107 role -0.0073 "
        "verb_asked -0.0023 verb_timed -0.0026 event 0.0181 terse_full 0.0036 few_words -0.0138 "
        "value_held -0.0021 value_lacking 0.0195 kind_held -0.0058 proposition 0.0130 examples 0.0140 "
        "share 0.0061 reach 0.0058 best -0.0111 margin -0.0172 second 0.0036 "
    ),
    "loose": (
        "loose -0.0045 missing_ordinal -0.0035 missing_name 0.0085 missing_attribute 0.0209 missing_head "
        "0.0061 missing_noun -0.0256 missing_verb 0.0095 missing_other -0.0039 missing_elsewhere 0.0372 "
        "lacking_attribute 0.0305 slot_example -0.0030 slot_said -0.0215 slot_field -0.0136 slot_lacking "
        "0.0026 slot_taken -0.0058 uncounted -0.0025 reason_lacking -0.0049 missing_count -0.0041 "
        "extra_verb 0.0277 extra_noun 0.0302 slot_gap 0.0159 ordinal_clash -0.0059 inexact 0.0060 since "
        "-0.0113 lacking_sure 0.0298 field_only -0.0084 why_lacking -0.0122 speech_lacking 0.0077 "
        "filler_lacking 0.0249 filler_far 0.0339 reason_reversed -0.0055 modifier_clash 0.0226 opposite "
        "0.0266 post_clash 0.0103 tense_clash 0.0174 bare_head 0.0106 about_lost 0.0124 identity 0.0025 "
        "role 0.0116 verb_asked 0.0140 verb_timed 0.0043 event -0.0335 terse_full -0.0232 few_words "
        "-0.0363 value_held 0.0089 value_lacking 0.0062 kind_held -0.0080 proposition -0.0140 examples "
        "-0.0241 share 0.0109 reach 0.0177 best 0.0239 margin 0.0415 second -0.0119 "
    ),
    "missing_ordinal": (
        "missing_number 0.0181 missing_attribute 0.0241 missing_head -0.0035 missing_relation -0.0042 "
        "missing_noun 0.0084 missing_elsewhere -0.0057 lacking_attribute 0.0083 slot_example -0.0225 "
        "slot_said -0.0126 slot_field -0.0136 slot_lacking 0.0048 uncounted 0.0048 missing_count 0.0211 "
        "extra_verb -0.0103 extra_noun -0.0115 ordinal_clash 0.0177 lacking_sure 0.0042 field_only "
        "-0.0028 filler_lacking 0.0026 modifier_clash -0.0217 tense_clash -0.0029 bare_head -0.0034 role "
        "-0.0043 verb_asked -0.0049 verb_timed 0.0064 event -0.0107 few_words -0.0038 value_held 0.0111 "
        "value_lacking 0.0025 kind_held 0.0065 proposition 0.0209 examples -0.0047 reach -0.0094 best "
        "-0.0181 margin -0.0154 second -0.0050 "
    ),
    "missing_number": (
        "missing_number -0.0073 missing_name 0.0079 missing_attribute 0.0106 missing_head -0.0032 "
        "missing_relation -0.0170 missing_noun -0.0049 missing_verb -0.0037 missing_other 0.0064 "
        "missing_elsewhere 0.0129 lacking_attribute -0.0022 slot_example -0.0333 slot_said -0.0225 "
        "slot_field -0.0104 slot_lacking 0.0234 uncounted -0.0066 reason_lacking 0.0203 missing_count "
        "0.0040 extra_verb -0.0050 extra_noun 0.0179 slot_gap 0.0184 ordinal_clash 0.0209 lacking_sure "
        "-0.0025 field_only 0.0171 why_lacking 0.0203 speech_lacking 0.0165 filler_far -0.0107 opposite "
        "-0.0029 bare_head -0.0064 verb_asked -0.0030 verb_timed 0.0110 event -0.0038 few_words -0.0073 "
        "value_held -0.0117 value_lacking -0.0154 kind_held -0.0150 proposition 0.0424 examples -0.0234 "
        "share -0.0069 reach -0.0059 best -0.0142 margin -0.0129 second -0.0033 "
    ),
    "missing_name": (
        "missing_name -0.0084 missing_attribute -0.0057 missing_relation 0.0142 missing_noun -0.0110 "
        "lacking_attribute 0.0039 slot_example -0.0122 slot_field -0.0073 slot_lacking -0.0033 uncounted "
        "-0.0050 missing_count -0.0055 extra_verb 0.0030 extra_noun -0.0194 slot_gap -0.0036 lacking_sure "
        "-0.0021 speech_lacking 0.0105 filler_lacking -0.0021 filler_far -0.0086 modifier_clash 0.0026 "
        "tense_clash -0.0021 bare_head -0.0022 about_lost 0.0063 verb_asked 0.0109 event -0.0026 "
        "few_words -0.0374 value_held -0.0058 kind_held -0.0080 proposition 0.0067 examples -0.0201 share "
        "-0.0470 reach -0.0117 best -0.0125 margin -0.0112 second -0.0030 "
    ),
    "missing_attribute": (
        "missing_attribute -0.0074 missing_head 0.0125 missing_noun -0.0111 missing_verb -0.0108 "
        "missing_other -0.0232 missing_elsewhere 0.0168 lacking_attribute -0.0266 slot_example 0.0021 "
        "slot_said 0.0125 slot_field -0.0046 slot_lacking 0.0097 slot_taken -0.0132 uncounted 0.0153 "
        "reason_lacking 0.0060 extra_verb 0.0120 extra_noun -0.0069 slot_gap 0.0030 ordinal_clash 0.0186 "
        "field_only 0.0178 filler_lacking -0.0025 filler_far -0.0105 reason_reversed 0.0127 "
        "modifier_clash 0.0249 opposite 0.0050 tense_clash 0.0042 bare_head 0.0037 about_lost 0.0038 "
        "nameless 0.0032 role 0.0169 verb_asked -0.0104 verb_timed 0.0097 event 0.0046 few_words -0.0099 "
        "kind_held -0.0034 proposition -0.0083 examples 0.0148 share 0.0036 reach 0.0073 best -0.0076 "
        "margin 0.0143 second -0.0203 "
    ),
    "missing_head": (
        "missing_head -0.0095 missing_relation 0.0101 missing_noun -0.0155 missing_verb 0.0124 "
        "missing_other -0.0376 missing_elsewhere 0.0180 lacking_attribute 0.0149 slot_example -0.0032 "
        "slot_said 0.0154 slot_lacking -0.0062 slot_taken 0.0078 uncounted 0.0046 missing_count -0.0114 "
        "extra_verb -0.0040 ordinal_clash 0.0087 lacking_sure 0.0106 filler_lacking -0.0154 filler_far "
        "-0.0050 modifier_clash -0.0087 opposite 0.0111 bare_head 0.0074 role -0.0066 verb_asked -0.0148 "
        "verb_timed 0.0049 event 0.0030 few_words -0.0053 value_held 0.0316 value_lacking 0.0233 "
        "kind_held 0.0178 examples 0.0115 share 0.0031 margin -0.0067 second 0.0060 "
    ),
    "missing_relation": (
        "missing_relation -0.0034 missing_noun -0.0151 missing_verb -0.0107 missing_other 0.0025 "
        "missing_elsewhere 0.0165 slot_example 0.0198 slot_said -0.0156 slot_field -0.0150 slot_lacking "
        "0.0070 slot_taken 0.0030 uncounted 0.0068 reason_lacking -0.0056 missing_count 0.0062 extra_verb "
        "0.0040 extra_noun 0.0232 slot_gap -0.0062 ordinal_clash -0.0067 lacking_sure 0.0073 why_lacking "
        "-0.0057 speech_lacking -0.0066 filler_lacking 0.0100 filler_far 0.0067 modifier_clash -0.0025 "
        "opposite 0.0247 tense_clash -0.0022 asks_more -0.0049 bare_head 0.0064 verb_timed -0.0073 event "
        "-0.0131 few_words -0.0039 value_held 0.0059 value_lacking 0.0035 kind_held 0.0051 proposition "
        "-0.0155 examples 0.0120 share -0.0073 best 0.0034 margin 0.0101 second -0.0054 "
    ),
    "missing_noun": (
        "missing_noun -0.0216 missing_verb -0.0219 missing_other -0.0277 missing_elsewhere -0.0072 "
        "lacking_attribute -0.0194 slot_example 0.0106 slot_said -0.0087 slot_lacking -0.0165 slot_taken "
        "0.0156 uncounted -0.0038 reason_lacking -0.0044 missing_count -0.0203 extra_noun 0.0173 slot_gap "
        "0.0058 ordinal_clash 0.0056 inexact 0.0146 lacking_sure -0.0020 field_only -0.0125 why_lacking "
        "-0.0045 speech_lacking 0.0083 filler_lacking 0.0200 reason_reversed 0.0180 modifier_clash "
        "-0.0095 opposite -0.0086 post_clash 0.0023 tense_clash -0.0104 about_lost -0.0027 role -0.0267 "
        "event 0.0022 few_words -0.0406 value_lacking -0.0070 kind_held -0.0110 proposition -0.0188 "
        "examples -0.0084 share -0.0143 reach 0.0325 best 0.0247 margin 0.0125 second 0.0143 "
    ),
    "missing_verb": (
        "missing_verb -0.0039 missing_other -0.0325 missing_elsewhere -0.0223 lacking_attribute -0.0128 "
        "slot_example 0.0210 slot_field -0.0214 slot_lacking -0.0036 slot_taken 0.0038 uncounted -0.0142 "
        "reason_lacking -0.0037 missing_count -0.0142 extra_verb -0.0104 extra_noun -0.0058 slot_gap "
        "-0.0053 ordinal_clash -0.0034 inexact 0.0034 since -0.0040 field_only -0.0066 why_lacking 0.0099 "
        "speech_lacking 0.0141 filler_lacking -0.0043 filler_far 0.0261 modifier_clash 0.0136 opposite "
        "0.0099 tense_clash 0.0083 asks_more 0.0026 bare_head 0.0142 about_lost 0.0056 nameless -0.0023 "
        "identity 0.0035 role -0.0039 verb_asked 0.0091 verb_timed -0.0073 few_words 0.0128 value_held "
        "0.0182 value_lacking -0.0190 kind_held 0.0100 proposition 0.0130 examples 0.0413 share 0.0264 "
        "reach 0.0256 best 0.0155 margin 0.0202 "
    ),
    "missing_other": (
        "missing_other 0.0075 lacking_attribute -0.0124 slot_example 0.0047 slot_said -0.0231 slot_field "
        "0.0050 uncounted 0.0144 reason_lacking -0.0067 missing_count -0.0261 extra_verb -0.0091 "
        "extra_noun -0.0056 slot_gap 0.0021 ordinal_clash 0.0110 inexact 0.0097 since 0.0026 lacking_sure "
        "-0.0026 field_only 0.0059 why_lacking -0.0022 filler_lacking 0.0062 filler_far 0.0261 "
        "reason_reversed 0.0049 modifier_clash 0.0203 opposite 0.0137 tense_clash 0.0050 about_lost "
        "0.0031 role -0.0149 verb_asked 0.0116 verb_timed -0.0087 event 0.0131 few_words 0.0293 "
        "value_held -0.0061 value_lacking 0.0046 proposition 0.0065 examples -0.0037 reach 0.0140 best "
        "0.0052 margin 0.0039 "
    ),
    "missing_elsewhere": (
        "missing_elsewhere 0.0297 lacking_attribute -0.0109 slot_example 0.0086 slot_said -0.0063 "
        "slot_field 0.0130 slot_lacking 0.0133 reason_lacking 0.0136 missing_count 0.0236 extra_verb "
        "-0.0142 extra_noun 0.0079 ordinal_clash 0.0086 inexact -0.0051 lacking_sure 0.0125 field_only "
        "0.0022 why_lacking 0.0110 speech_lacking 0.0089 filler_lacking -0.0126 reason_reversed 0.0228 "
        "modifier_clash 0.0212 opposite -0.0029 tense_clash 0.0067 bare_head -0.0213 about_lost -0.0133 "
        "nameless -0.0041 identity 0.0051 role -0.0236 verb_asked -0.0085 verb_timed 0.0114 event -0.0123 "
        "few_words -0.0214 value_held -0.0227 value_lacking 0.0023 kind_held -0.0306 proposition 0.0185 "
        "examples 0.0191 share 0.0023 best -0.0222 margin 0.0278 second -0.0471 "
    ),
    "lacking_attribute": (
        "lacking_attribute -0.0075 slot_example 0.0241 slot_said 0.0169 slot_field -0.0094 slot_taken "
        "-0.0113 uncounted 0.0045 reason_lacking 0.0021 missing_count -0.0136 extra_verb 0.0110 "
        "extra_noun 0.0155 slot_gap -0.0127 ordinal_clash 0.0035 inexact -0.0021 lacking_sure -0.0044 "
        "field_only 0.0079 filler_lacking -0.0035 reason_reversed 0.0133 modifier_clash -0.0023 opposite "
        "0.0081 tense_clash 0.0107 bare_head 0.0177 about_lost 0.0102 nameless 0.0052 role 0.0171 "
        "verb_asked -0.0061 event 0.0113 terse_full 0.0034 few_words -0.0339 value_held -0.0073 "
        "value_lacking -0.0190 proposition 0.0024 examples 0.0132 share -0.0115 reach 0.0081 best 0.0041 "
        "margin 0.0147 second -0.0087 "
    ),
    "slot_example": (
        "slot_said -0.0105 slot_field 0.0125 slot_taken -0.0024 uncounted -0.0126 missing_count 0.0067 "
        "extra_verb 0.0053 extra_noun -0.0046 slot_gap 0.0091 ordinal_clash -0.0080 inexact -0.0121 "
        "side_clash -0.0058 lacking_sure 0.0154 speech_lacking 0.0027 filler_lacking 0.0122 "
        "modifier_clash 0.0160 opposite 0.0044 post_clash -0.0046 asks_more -0.0046 bare_head -0.0063 "
        "about_lost -0.0076 nameless -0.0053 identity 0.0055 verb_asked 0.0305 verb_timed 0.0083 event "
        "-0.0024 terse_full -0.0299 value_held -0.0404 value_lacking -0.0264 kind_held -0.0498 "
        "proposition -0.0085 examples 0.0115 share 0.0107 reach 0.0083 best -0.0075 margin 0.0058 second "
        "-0.0129 "
    ),
    "slot_said": (
        "slot_said -0.0040 slot_field -0.0094 missing_count -0.0122 extra_verb 0.0267 slot_gap 0.0250 "
        "ordinal_clash -0.0149 inexact -0.0128 since 0.0050 side_clash -0.0059 lacking_sure 0.0187 "
        "modifier_clash -0.0440 opposite -0.0270 post_clash -0.0061 tense_clash -0.0171 asks_more -0.0057 "
        "bare_head -0.0089 about_lost 0.0097 nameless -0.0048 role 0.0499 verb_asked 0.0039 verb_timed "
        "-0.0067 event -0.0036 few_words 0.0026 value_lacking 0.0363 kind_held -0.0067 examples -0.0295 "
        "share -0.0043 reach 0.0078 best 0.0148 margin 0.0252 second -0.0070 "
    ),
    "slot_field": (
        "slot_field -0.0084 missing_count -0.0042 extra_verb -0.0135 extra_noun 0.0319 slot_gap 0.0065 "
        "ordinal_clash -0.0263 inexact -0.0056 since -0.0085 side_clash -0.0056 lacking_sure 0.0105 "
        "field_only -0.0054 speech_lacking -0.0142 filler_far 0.0219 modifier_clash -0.0054 opposite "
        "0.0047 post_clash -0.0060 tense_clash -0.0254 asks_more -0.0084 bare_head -0.0161 nameless "
        "-0.0064 identity 0.0045 verb_asked -0.0079 verb_timed -0.0062 event -0.0043 few_words -0.0291 "
        "value_held 0.0211 value_lacking 0.0144 kind_held 0.0199 proposition 0.0029 examples 0.0075 share "
        "-0.0165 reach 0.0224 best 0.0184 margin 0.0139 second 0.0066 "
    ),
    "slot_lacking": (
        "slot_lacking -0.0152 uncounted 0.0183 reason_lacking 0.0042 missing_count -0.0031 extra_verb "
        "0.0062 slot_gap -0.0108 ordinal_clash -0.0021 inexact 0.0116 since -0.0032 lacking_sure 0.0095 "
        "why_lacking -0.0093 filler_lacking -0.0281 filler_far 0.0155 modifier_clash -0.0052 tense_clash "
        "0.0170 bare_head 0.0119 verb_asked -0.0082 verb_timed 0.0057 few_words -0.0103 value_held "
        "-0.0035 value_lacking 0.0161 kind_held 0.0043 examples -0.0131 share -0.0243 reach 0.0021 margin "
        "0.0073 second -0.0075 "
    ),
    "slot_taken": (
        "slot_taken -0.0027 missing_count 0.0097 extra_verb 0.0102 extra_noun 0.0062 slot_gap -0.0071 "
        "lacking_sure -0.0070 filler_far 0.0112 bare_head -0.0031 role 0.0218 verb_asked 0.0076 event "
        "0.0193 few_words 0.0057 examples -0.0079 share -0.0027 reach -0.0155 best -0.0082 margin -0.0149 "
        "second 0.0047 "
    ),
    "uncounted": (
        "missing_count -0.0070 extra_verb -0.0046 extra_noun -0.0022 slot_gap 0.0133 ordinal_clash 0.0157 "
        "lacking_sure 0.0069 filler_lacking 0.0054 modifier_clash -0.0178 opposite -0.0032 tense_clash "
        "-0.0070 bare_head 0.0181 verb_asked -0.0044 verb_timed 0.0026 few_words -0.0274 value_held "
        "0.0308 value_lacking -0.0030 kind_held 0.0023 examples -0.0134 reach -0.0137 best -0.0089 margin "
        "0.0052 second -0.0136 "
    ),
    "reason_lacking": (
        "reason_lacking 0.0067 extra_verb -0.0166 extra_noun -0.0037 slot_gap 0.0112 lacking_sure -0.0053 "
        "why_lacking -0.0148 modifier_clash -0.0167 few_words 0.0052 value_held -0.0095 value_lacking "
        "0.0077 kind_held -0.0090 examples 0.0137 share 0.0067 reach 0.0028 margin -0.0033 "
    ),
    "missing_count": (
        "missing_count -0.0036 extra_verb -0.0148 extra_noun 0.0159 slot_gap 0.0116 ordinal_clash 0.0232 "
        "inexact 0.0107 lacking_sure 0.0117 field_only -0.0021 why_lacking 0.0038 speech_lacking 0.0130 "
        "filler_lacking 0.0025 filler_far 0.0101 reason_reversed 0.0184 modifier_clash 0.0089 opposite "
        "0.0122 tense_clash 0.0033 asks_more -0.0028 bare_head 0.0059 about_lost 0.0055 role -0.0264 "
        "verb_asked 0.0041 few_words -0.0403 value_lacking -0.0054 kind_held -0.0157 proposition 0.0050 "
        "examples 0.0154 share -0.0051 reach 0.0211 best -0.0031 margin 0.0035 second -0.0062 "
    ),
    "extra_verb": (
        "extra_verb -0.0025 extra_noun 0.0176 slot_gap -0.0038 ordinal_clash -0.0136 inexact -0.0021 "
        "since 0.0040 lacking_sure 0.0059 field_only 0.0052 why_lacking 0.0074 speech_lacking -0.0021 "
        "filler_far -0.0046 reason_reversed 0.0040 modifier_clash 0.0129 opposite -0.0083 tense_clash "
        "0.0139 bare_head -0.0028 about_lost 0.0073 role -0.0041 verb_asked -0.0192 verb_timed 0.0109 "
        "event -0.0101 few_words -0.0070 value_held 0.0076 value_lacking -0.0054 kind_held 0.0101 "
        "examples -0.0027 margin 0.0070 second -0.0058 "
    ),
    "extra_noun": (
        "extra_noun 0.0197 slot_gap 0.0171 ordinal_clash 0.0084 inexact 0.0027 since 0.0045 lacking_sure "
        "-0.0055 field_only 0.0048 why_lacking 0.0045 speech_lacking -0.0042 filler_lacking 0.0184 "
        "filler_far 0.0263 modifier_clash -0.0045 opposite 0.0126 post_clash 0.0044 tense_clash 0.0104 "
        "asks_more -0.0045 role -0.0174 verb_asked 0.0041 verb_timed -0.0090 event 0.0070 few_words "
        "-0.0200 value_held 0.0039 value_lacking 0.0134 kind_held -0.0212 proposition 0.0059 examples "
        "-0.0085 share -0.0050 reach -0.0038 best -0.0188 margin -0.0092 second -0.0112 "
    ),
    "slot_gap": (
        "slot_gap -0.0129 ordinal_clash 0.0070 inexact -0.0072 since -0.0076 lacking_sure 0.0052 "
        "field_only 0.0024 why_lacking -0.0042 speech_lacking -0.0167 filler_lacking 0.0090 filler_far "
        "0.0109 reason_reversed -0.0087 modifier_clash 0.0280 tense_clash 0.0118 asks_more -0.0053 "
        "bare_head 0.0084 nameless -0.0061 role -0.0032 verb_asked -0.0175 verb_timed 0.0023 event 0.0223 "
        "few_words -0.0125 value_held 0.0217 value_lacking -0.0132 kind_held 0.0166 examples -0.0248 "
        "share -0.0112 reach 0.0050 best 0.0076 margin -0.0120 second 0.0183 "
    ),
    "ordinal_clash": (
        "field_only 0.0105 modifier_clash -0.0249 tense_clash -0.0033 bare_head -0.0057 role -0.0048 "
        "verb_asked -0.0062 verb_timed 0.0161 event -0.0073 few_words -0.0091 value_held 0.0199 kind_held "
        "0.0145 proposition 0.0053 examples -0.0168 reach -0.0106 best -0.0071 second -0.0079 "
    ),
    "inexact": (
        "inexact -0.0053 field_only 0.0126 filler_lacking 0.0264 filler_far -0.0022 verb_timed 0.0073 "
        "event -0.0234 few_words -0.0064 value_held 0.0308 value_lacking -0.0148 kind_held 0.0290 "
        "examples -0.0178 share -0.0053 reach -0.0186 best -0.0166 margin -0.0043 second -0.0132 "
    ),
    "since": (
        "since -0.0111 field_only -0.0067 filler_lacking -0.0050 verb_timed -0.0077 event -0.0037 "
        "few_words 0.0031 examples -0.0118 share -0.0111 reach -0.0060 margin 0.0097 second -0.0076 "
    ),
    "side_clash": (
        "side_clash -0.0132 role 0.0067 event 0.0036 few_words -0.0100 examples -0.0086 share -0.0132 "
        "reach -0.0063 best -0.0026 margin -0.0022 "
    ),
    "lacking_sure": (
        "lacking_sure -0.0067 field_only -0.0044 filler_lacking 0.0038 filler_far -0.0051 opposite 0.0139 "
        "tense_clash -0.0037 bare_head 0.0247 about_lost 0.0161 role 0.0036 verb_asked 0.0075 event "
        "0.0048 terse_full -0.0040 few_words -0.0320 value_held -0.0037 value_lacking -0.0063 kind_held "
        "-0.0052 proposition 0.0034 examples -0.0135 share -0.0073 reach -0.0076 best -0.0113 margin "
        "0.0097 second -0.0201 "
    ),
    "field_only": (
        "field_only -0.0127 filler_far 0.0298 modifier_clash 0.0046 opposite -0.0065 tense_clash -0.0059 "
        "verb_timed -0.0082 event 0.0043 few_words 0.0041 value_held 0.0165 value_lacking -0.0042 "
        "kind_held 0.0156 examples -0.0249 share -0.0127 margin -0.0113 second 0.0105 "
    ),
    "why_lacking": (
        "why_lacking -0.0148 few_words -0.0053 value_held -0.0030 kind_held -0.0028 examples -0.0057 "
        "share -0.0148 reach -0.0133 best -0.0071 margin -0.0128 second 0.0039 "
    ),
    "speech_lacking": (
        "speech_lacking -0.0158 verb_timed 0.0149 few_words -0.0101 examples -0.0141 share -0.0158 reach "
        "-0.0181 best -0.0151 margin -0.0113 second -0.0056 "
    ),
    "filler_lacking": (
        "filler_lacking -0.0136 modifier_clash 0.0263 tense_clash -0.0024 bare_head -0.0107 nameless "
        "-0.0037 verb_timed -0.0301 value_held 0.0261 value_lacking 0.0399 kind_held 0.0211 examples "
        "-0.0130 share -0.0161 reach -0.0113 best -0.0067 margin -0.0099 "
    ),
    "filler_far": (
        "filler_far -0.0286 modifier_clash -0.0146 opposite 0.0028 tense_clash -0.0171 bare_head 0.0020 "
        "about_lost 0.0159 nameless -0.0033 role 0.0102 verb_timed 0.0273 event 0.0166 few_words -0.0073 "
        "value_held 0.0042 value_lacking 0.0108 kind_held -0.0106 share 0.0130 reach -0.0055 best -0.0097 "
        "margin -0.0122 "
    ),
    "reason_reversed": (
        "reason_reversed 0.0033 modifier_clash -0.0020 about_lost 0.0131 few_words -0.0044 examples "
        "-0.0070 share 0.0033 reach -0.0138 best -0.0103 margin -0.0199 second 0.0069 "
    ),
    "modifier_clash": (
        "modifier_clash -0.0053 opposite -0.0200 tense_clash 0.0132 bare_head 0.0214 role -0.0167 "
        "verb_asked 0.0318 verb_timed 0.0177 event -0.0143 terse_full 0.0184 few_words -0.0048 value_held "
        "0.0183 value_lacking 0.0033 kind_held 0.0086 proposition 0.0051 examples -0.0031 share -0.0064 "
        "reach -0.0107 best -0.0054 margin 0.0074 second -0.0120 "
    ),
    "opposite": (
        "opposite -0.0024 bare_head 0.0070 verb_asked 0.0117 verb_timed -0.0169 event -0.0342 few_words "
        "-0.0064 value_held -0.0110 value_lacking 0.0044 kind_held -0.0104 proposition 0.0104 examples "
        "0.0024 share -0.0024 reach -0.0088 best -0.0174 margin -0.0227 second 0.0021 "
    ),
    "post_clash": (
        "post_clash -0.0140 role 0.0084 few_words -0.0108 examples -0.0104 share -0.0140 reach -0.0120 "
        "best -0.0051 margin -0.0070 "
    ),
    "tense_clash": (
        "tense_clash -0.0136 bare_head 0.0053 verb_timed -0.0112 event -0.0193 terse_full -0.0063 "
        "few_words -0.0043 value_held 0.0087 value_lacking -0.0093 kind_held 0.0061 proposition 0.0101 "
        "examples -0.0066 share -0.0130 reach -0.0040 best -0.0025 margin -0.0148 second 0.0103 "
    ),
    "asks_more": (
        "asks_more -0.0207 bare_head 0.0180 event -0.0022 few_words -0.0139 examples -0.0060 share "
        "-0.0204 reach -0.0115 best -0.0121 margin -0.0140 "
    ),
    "bare_head": (
        "bare_head 0.0041 nameless 0.0100 role 0.0050 few_words 0.0124 value_held 0.0095 value_lacking "
        "0.0116 kind_held 0.0113 examples 0.0168 share 0.0041 reach -0.0063 best -0.0144 margin -0.0197 "
        "second 0.0025 "
    ),
    "about_lost": (
        "about_lost 0.0027 role -0.0459 verb_asked 0.0038 verb_timed -0.0043 few_words -0.0042 "
        "value_lacking 0.0098 proposition -0.0040 examples -0.0079 share 0.0028 best -0.0066 margin "
        "0.0032 second -0.0095 "
    ),
    "nameless": (
        "nameless -0.0222 event -0.0029 few_words -0.0177 examples -0.0069 share -0.0222 reach -0.0108 "
        "best -0.0080 margin -0.0030 second -0.0055 "
    ),
    "identity": (
        "identity 0.0106 terse_full -0.0104 few_words 0.0038 examples 0.0098 share 0.0106 reach 0.0021 "
        "margin 0.0065 second -0.0056 "
    ),
    "role": (
        "role 0.0030 verb_asked 0.0063 event 0.0253 terse_full 0.0063 few_words 0.0146 value_lacking "
        "0.0232 proposition 0.0165 examples -0.0145 share 0.0033 reach 0.0094 best 0.0139 margin 0.0229 "
        "second -0.0058 "
    ),
    "verb_asked": (
        "verb_asked 0.0201 event 0.0167 few_words -0.0207 value_held 0.0096 value_lacking 0.0303 "
        "kind_held 0.0073 proposition -0.0104 share -0.0048 reach -0.0058 margin -0.0130 second 0.0127 "
    ),
    "verb_timed": (
        "verb_timed 0.0237 event -0.0146 few_words 0.0061 value_held 0.0083 value_lacking 0.0122 "
        "kind_held 0.0076 examples -0.0259 share 0.0046 reach -0.0030 best -0.0026 margin -0.0182 second "
        "0.0133 "
    ),
    "event": (
        "event -0.0166 few_words 0.0337 value_held 0.0038 value_lacking -0.0072 kind_held 0.0035 examples "
        "-0.0149 share -0.0098 reach -0.0046 best 0.0065 margin 0.0047 second 0.0026 "
    ),
    "terse_full": (
        "terse_full -0.0041 few_words 0.0127 value_held 0.0152 value_lacking 0.0055 kind_held 0.0143 "
        "proposition -0.0184 examples -0.0087 share -0.0041 reach 0.0049 best 0.0085 margin 0.0414 second "
        "-0.0276 "
    ),
    "few_words": (
        "few_words 0.0459 value_held 0.0092 value_lacking -0.0424 proposition -0.0177 examples -0.0559 "
        "share -0.0507 reach 0.0387 best 0.0391 margin 0.0294 second 0.0139 "
    ),
    "value_held": (
        "value_held 0.0057 kind_held 0.0054 proposition -0.0025 examples 0.0024 share 0.0146 reach 0.0102 "
        "best -0.0155 margin -0.0038 second -0.0127 "
    ),
    "value_lacking": "proposition -0.0076 examples 0.0025 share -0.0026 margin 0.0154 second -0.0132",
    "kind_held": (
        "kind_held -0.0034 proposition -0.0024 examples -0.0053 reach 0.0089 best -0.0099 margin 0.0045 "
        "second -0.0141 "
    ),
    "proposition": (
        "proposition 0.0051 examples -0.0217 share 0.0081 reach 0.0177 best 0.0165 margin 0.0220 second "
        "-0.0024 "
    ),
    "examples": "examples -0.0060 share -0.0143 reach 0.0309 best 0.0313 margin 0.0330 second 0.0030",
    "share": "share -0.0313 reach 0.0450 best 0.0232 margin 0.0479 second -0.0185",
    "reach": "reach 0.0324 best 0.0218 margin 0.0183 second 0.0060",
    "best": "best 0.0085 margin 0.0038 second 0.0052",
    "margin": "margin -0.0782 second 0.0721",
    "second": "second -0.0577",
}
