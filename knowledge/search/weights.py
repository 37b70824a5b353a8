"""Weights fitted by `python -m tests.fit` on the tuning questions; not to be edited by hand."""

RANK = {
    "cover_says": 0.9363,
    "example": 0.2919,
    "example_slot": 1.1381,
    "example_back": 1.9830,
    "loose": -0.8942,
    "missing_ordinal": -0.1932,
    "missing_number": -1.1600,
    "missing_name": -0.4888,
    "missing_head": -0.3829,
    "missing_noun": -0.4677,
    "missing_other": -0.5199,
    "lacking_attribute": -0.9010,
    "slot_example": 0.6853,
    "slot_said": 0.9598,
    "slot_field": -0.3794,
    "slot_lacking": -0.6053,
    "uncounted": -1.6807,
    "reason_lacking": -1.4147,
    "extra_verb": -0.1227,
    "extra_noun": -0.2395,
    "slot_gap": -0.3135,
    "ordinal_clash": -2.7436,
    "inexact": -4.1556,
    "since": -1.6220,
    "side_clash": -2.3666,
    "lacking_sure": -0.5908,
    "field_only": -0.7427,
    "why_lacking": -0.4940,
    "speech_lacking": -1.7489,
    "filler_lacking": -0.4634,
    "filler_far": -0.5268,
    "modifier_clash": -0.0668,
    "post_clash": -0.8242,
    "tense_clash": -2.4211,
    "bare_head": -0.1368,
    "about_lost": -0.6376,
    "nameless": -2.8551,
    "identity": 1.4097,
    "role": 0.2418,
    "event": 1.2770,
    "share": 1.9737,
    "reach": 6.0337,
}
ACCEPT_BIAS = -0.3210
BOUND = 5.0
UNITS = {
    "cover": 3.0992,
    "cover_spoken": 3.0919,
    "cover_says": 2.8782,
    "example": 3.3814,
    "example_slot": 3.2919,
    "example_back": 2.9751,
    "letters": 3.3214,
    "loose": 4.4416,
    "missing_ordinal": 7.6116,
    "missing_number": 7.0464,
    "missing_name": 2.5233,
    "missing_attribute": 3.2247,
    "missing_head": 4.2559,
    "missing_relation": 9.0357,
    "missing_noun": 1.5731,
    "missing_verb": 2.1682,
    "missing_other": 2.8903,
    "missing_elsewhere": 1.8893,
    "lacking_attribute": 3.2818,
    "slot_example": 2.2503,
    "slot_said": 2.1707,
    "slot_field": 2.1507,
    "slot_lacking": 3.3694,
    "slot_taken": 17.1566,
    "uncounted": 4.2821,
    "reason_lacking": 7.8149,
    "missing_count": 2.7783,
    "extra_verb": 4.8289,
    "extra_noun": 2.9111,
    "slot_gap": 3.9778,
    "ordinal_clash": 7.6823,
    "inexact": 15.8452,
    "since": 22.9565,
    "side_clash": 35.6675,
    "lacking_sure": 4.7280,
    "field_only": 7.5701,
    "why_lacking": 10.4496,
    "speech_lacking": 14.1106,
    "filler_lacking": 4.5818,
    "filler_far": 4.6620,
    "reason_reversed": 48.0602,
    "modifier_clash": 5.3037,
    "opposite": 14.1106,
    "post_clash": 29.1281,
    "tense_clash": 6.5965,
    "asks_more": 23.3621,
    "bare_head": 10.0680,
    "about_lost": 8.8569,
    "nameless": 14.9022,
    "identity": 8.2952,
    "role": 4.9841,
    "verb_asked": 4.2900,
    "verb_timed": 4.6747,
    "event": 5.8942,
    "terse_full": 4.9767,
    "few_words": 13.5156,
    "share": 11.9648,
    "reach": 2.9352,
    "best": 0.2714,
    "margin": 0.3147,
    "second": 0.2809,
}
ACCEPT = {
    "cover": -0.0199,
    "cover_spoken": 0.0131,
    "cover_says": 0.0049,
    "example": 0.0205,
    "example_slot": -0.0031,
    "example_back": 0.0004,
    "letters": -0.0041,
    "loose": 0.0372,
    "missing_ordinal": -0.0160,
    "missing_number": -0.0256,
    "missing_name": -0.0756,
    "missing_attribute": 0.0078,
    "missing_head": -0.0018,
    "missing_relation": -0.0029,
    "missing_noun": -0.0354,
    "missing_verb": 0.0401,
    "missing_other": 0.0012,
    "missing_elsewhere": -0.0007,
    "lacking_attribute": -0.0120,
    "slot_example": 0.0068,
    "slot_said": -0.0285,
    "slot_field": -0.0094,
    "slot_lacking": -0.0287,
    "slot_taken": -0.0152,
    "uncounted": 0.0035,
    "reason_lacking": 0.0192,
    "missing_count": -0.0164,
    "extra_verb": -0.0053,
    "extra_noun": -0.0179,
    "slot_gap": -0.0139,
    "ordinal_clash": -0.0030,
    "inexact": -0.0317,
    "since": -0.0225,
    "side_clash": -0.0024,
    "lacking_sure": -0.0202,
    "field_only": -0.0216,
    "why_lacking": -0.0397,
    "speech_lacking": -0.0283,
    "filler_lacking": -0.0243,
    "filler_far": 0.0344,
    "reason_reversed": -0.0044,
    "modifier_clash": -0.0097,
    "opposite": 0.0054,
    "post_clash": -0.0238,
    "tense_clash": -0.0169,
    "asks_more": -0.0305,
    "bare_head": 0.0161,
    "about_lost": 0.0040,
    "nameless": -0.0341,
    "identity": 0.0179,
    "role": -0.0049,
    "verb_asked": 0.0005,
    "verb_timed": -0.0060,
    "event": -0.0228,
    "terse_full": -0.0063,
    "few_words": -0.1037,
    "share": -0.0557,
    "reach": 0.0673,
    "best": 0.0460,
    "margin": 0.0817,
    "second": -0.0254,
}
PAIRS = {
    "cover": (
        "cover -0.0160 cover_spoken -0.0042 cover_says -0.0160 example 0.0066 example_slot 0.0062 letters "
        "-0.0093 loose 0.0113 missing_ordinal -0.0112 missing_number -0.0030 missing_name -0.0131 "
        "missing_head 0.0043 missing_relation 0.0026 missing_noun 0.0233 missing_verb 0.0114 "
        "missing_other 0.0089 missing_elsewhere -0.0193 lacking_attribute 0.0057 slot_example -0.0083 "
        "slot_said -0.0032 slot_field 0.0073 slot_lacking -0.0083 slot_taken -0.0143 uncounted -0.0099 "
        "reason_lacking 0.0063 missing_count 0.0094 extra_verb -0.0052 slot_gap -0.0155 ordinal_clash "
        "-0.0181 inexact -0.0129 since -0.0079 lacking_sure -0.0139 field_only -0.0041 why_lacking "
        "-0.0124 speech_lacking -0.0201 filler_lacking -0.0140 filler_far -0.0157 reason_reversed -0.0121 "
        "modifier_clash -0.0113 opposite -0.0085 post_clash -0.0100 tense_clash -0.0039 asks_more -0.0105 "
        "bare_head -0.0049 nameless -0.0101 role 0.0177 verb_timed -0.0116 event -0.0085 terse_full "
        "0.0021 few_words -0.0098 share -0.0109 reach -0.0023 best 0.0046 margin 0.0104 second -0.0046 "
    ),
    "cover_spoken": (
        "cover_spoken 0.0062 cover_says -0.0056 example 0.0181 example_slot 0.0074 example_back 0.0061 "
        "letters 0.0076 loose 0.0060 missing_ordinal -0.0110 missing_number -0.0023 missing_name -0.0126 "
        "missing_head 0.0040 missing_noun 0.0201 missing_verb 0.0154 missing_other 0.0095 "
        "missing_elsewhere -0.0177 lacking_attribute 0.0031 slot_example -0.0026 slot_said 0.0038 "
        "slot_lacking -0.0039 slot_taken -0.0126 uncounted -0.0083 reason_lacking 0.0064 missing_count "
        "0.0103 extra_noun -0.0028 slot_gap -0.0062 ordinal_clash -0.0136 inexact -0.0128 since -0.0078 "
        "lacking_sure -0.0120 why_lacking -0.0124 speech_lacking -0.0198 filler_lacking -0.0138 "
        "filler_far -0.0116 reason_reversed -0.0112 modifier_clash -0.0056 opposite -0.0084 post_clash "
        "-0.0102 asks_more -0.0104 bare_head -0.0048 about_lost -0.0062 nameless -0.0101 identity 0.0020 "
        "verb_asked -0.0037 verb_timed -0.0063 event 0.0034 terse_full 0.0044 few_words 0.0042 share "
        "0.0073 reach 0.0080 best 0.0148 margin 0.0128 second 0.0039 "
    ),
    "cover_says": (
        "cover_says -0.0176 example -0.0141 example_slot 0.0020 example_back -0.0160 letters -0.0259 "
        "loose 0.0676 missing_ordinal -0.0052 missing_number -0.0103 missing_name -0.0077 "
        "missing_attribute -0.0069 missing_head 0.0075 missing_relation -0.0071 missing_noun 0.0212 "
        "missing_verb 0.0070 missing_elsewhere -0.0303 lacking_attribute -0.0031 slot_example -0.0116 "
        "slot_said 0.0208 slot_field -0.0029 slot_lacking 0.0078 slot_taken -0.0091 missing_count 0.0059 "
        "extra_verb -0.0182 extra_noun -0.0140 slot_gap -0.0313 inexact -0.0095 since -0.0043 "
        "lacking_sure -0.0230 field_only -0.0020 why_lacking -0.0145 speech_lacking -0.0158 "
        "filler_lacking -0.0045 filler_far -0.0050 reason_reversed -0.0127 opposite -0.0120 post_clash "
        "-0.0094 tense_clash -0.0039 asks_more -0.0068 bare_head -0.0023 about_lost -0.0079 nameless "
        "-0.0079 role -0.0038 verb_asked -0.0181 verb_timed -0.0046 event -0.0057 terse_full 0.0083 "
        "few_words 0.0152 share 0.0028 reach -0.0020 best -0.0021 margin -0.0092 second 0.0060 "
    ),
    "example": (
        "example 0.0082 example_slot -0.0092 example_back 0.0234 letters -0.0153 loose 0.0264 "
        "missing_ordinal -0.0151 missing_number 0.0025 missing_name -0.0216 missing_attribute -0.0020 "
        "missing_head -0.0082 missing_relation 0.0030 missing_noun 0.0074 missing_verb 0.0081 "
        "missing_other 0.0141 missing_elsewhere -0.0070 lacking_attribute 0.0090 slot_example -0.0060 "
        "slot_said -0.0054 slot_field 0.0098 slot_lacking -0.0084 slot_taken -0.0070 uncounted -0.0070 "
        "reason_lacking 0.0068 extra_verb -0.0048 extra_noun -0.0051 slot_gap -0.0062 ordinal_clash "
        "-0.0070 inexact -0.0172 since -0.0047 side_clash -0.0059 lacking_sure -0.0088 field_only 0.0062 "
        "why_lacking -0.0090 speech_lacking -0.0144 filler_lacking 0.0120 filler_far -0.0155 "
        "reason_reversed -0.0026 modifier_clash 0.0148 opposite -0.0132 post_clash 0.0099 asks_more "
        "-0.0100 bare_head -0.0102 about_lost -0.0112 nameless -0.0068 identity -0.0093 role -0.0030 "
        "verb_asked -0.0069 verb_timed -0.0065 event 0.0085 few_words 0.0152 share 0.0115 reach 0.0190 "
        "best 0.0163 second 0.0152 "
    ),
    "example_slot": (
        "example_slot -0.0126 example_back 0.0068 letters -0.0062 loose 0.0090 missing_ordinal -0.0177 "
        "missing_number -0.0118 missing_name -0.0183 missing_attribute 0.0091 missing_head 0.0032 "
        "missing_relation 0.0075 missing_noun -0.0048 missing_verb 0.0204 missing_other 0.0021 "
        "missing_elsewhere -0.0113 lacking_attribute 0.0260 slot_said -0.0039 slot_field 0.0126 "
        "slot_taken -0.0063 uncounted -0.0139 missing_count -0.0074 extra_verb 0.0046 extra_noun -0.0345 "
        "ordinal_clash -0.0073 inexact -0.0162 since 0.0021 side_clash -0.0112 lacking_sure -0.0092 "
        "speech_lacking -0.0037 filler_lacking 0.0102 filler_far 0.0211 reason_reversed 0.0036 "
        "modifier_clash -0.0053 opposite -0.0139 post_clash 0.0092 tense_clash -0.0125 asks_more -0.0039 "
        "bare_head -0.0056 about_lost -0.0152 nameless -0.0029 identity -0.0028 role -0.0044 verb_asked "
        "0.0384 verb_timed -0.0021 event -0.0032 terse_full -0.0193 few_words 0.0124 reach 0.0058 best "
        "0.0089 margin 0.0093 "
    ),
    "example_back": (
        "example_back 0.0171 letters -0.0109 loose 0.0199 missing_ordinal -0.0202 missing_name -0.0162 "
        "missing_attribute -0.0086 missing_head -0.0029 missing_relation 0.0189 missing_noun 0.0095 "
        "missing_verb 0.0080 missing_other -0.0023 missing_elsewhere -0.0072 lacking_attribute 0.0240 "
        "slot_example 0.0072 slot_said 0.0027 slot_field 0.0115 slot_taken 0.0028 uncounted 0.0037 "
        "reason_lacking -0.0037 extra_verb -0.0094 extra_noun -0.0023 ordinal_clash -0.0087 inexact "
        "-0.0170 since -0.0099 side_clash -0.0044 lacking_sure -0.0109 why_lacking -0.0110 speech_lacking "
        "-0.0140 filler_lacking 0.0150 filler_far -0.0122 reason_reversed -0.0041 modifier_clash 0.0055 "
        "opposite -0.0115 post_clash 0.0029 tense_clash -0.0042 asks_more -0.0107 bare_head -0.0088 "
        "about_lost -0.0078 nameless -0.0044 identity -0.0044 role -0.0033 verb_asked -0.0059 verb_timed "
        "-0.0028 event 0.0135 terse_full 0.0111 few_words -0.0072 reach 0.0102 best 0.0100 margin -0.0055 "
        "second 0.0152 "
    ),
    "letters": (
        "letters -0.0209 loose -0.0043 missing_ordinal -0.0080 missing_number -0.0052 missing_name "
        "-0.0385 missing_attribute -0.0060 missing_head 0.0054 missing_relation 0.0092 missing_noun "
        "0.0256 missing_verb 0.0331 missing_other 0.0028 lacking_attribute -0.0131 slot_example -0.0045 "
        "slot_said -0.0087 slot_lacking 0.0073 uncounted -0.0048 reason_lacking 0.0047 missing_count "
        "0.0106 extra_verb 0.0157 extra_noun -0.0197 slot_gap -0.0114 ordinal_clash 0.0030 inexact "
        "-0.0149 since -0.0058 side_clash -0.0033 lacking_sure -0.0259 field_only -0.0104 why_lacking "
        "-0.0118 speech_lacking -0.0201 filler_lacking 0.0124 filler_far -0.0140 modifier_clash -0.0120 "
        "opposite -0.0184 post_clash -0.0044 tense_clash -0.0042 asks_more -0.0087 bare_head -0.0095 "
        "about_lost -0.0194 nameless -0.0031 identity -0.0137 role -0.0123 verb_asked -0.0064 verb_timed "
        "0.0086 event 0.0213 terse_full 0.0028 few_words -0.0069 reach 0.0103 best 0.0048 margin -0.0206 "
        "second 0.0233 "
    ),
    "loose": (
        "loose -0.0176 missing_ordinal -0.0062 missing_number 0.0059 missing_name 0.0111 "
        "missing_attribute 0.0150 missing_head 0.0065 missing_relation -0.0045 missing_noun -0.0098 "
        "missing_verb 0.0163 missing_elsewhere 0.0350 lacking_attribute 0.0186 slot_example -0.0062 "
        "slot_said -0.0211 slot_field -0.0218 slot_lacking 0.0083 slot_taken -0.0035 uncounted -0.0210 "
        "missing_count 0.0049 extra_verb 0.0401 extra_noun 0.0392 slot_gap 0.0195 ordinal_clash -0.0231 "
        "inexact -0.0046 since -0.0069 side_clash 0.0070 lacking_sure 0.0202 field_only 0.0097 "
        "why_lacking -0.0028 speech_lacking 0.0086 filler_lacking 0.0348 filler_far 0.0366 "
        "reason_reversed -0.0042 modifier_clash 0.0158 opposite 0.0242 post_clash 0.0112 tense_clash "
        "0.0132 bare_head 0.0059 about_lost 0.0097 identity 0.0030 role 0.0040 verb_asked 0.0206 "
        "verb_timed 0.0140 event -0.0288 terse_full -0.0168 few_words -0.0258 share 0.0202 reach 0.0108 "
        "best 0.0137 margin 0.0624 second -0.0415 "
    ),
    "missing_ordinal": (
        "missing_ordinal -0.0089 missing_number 0.0188 missing_attribute 0.0075 missing_head -0.0037 "
        "missing_noun -0.0029 missing_verb 0.0071 missing_other 0.0121 missing_elsewhere 0.0106 "
        "lacking_attribute -0.0044 slot_said -0.0078 slot_field -0.0020 uncounted -0.0061 missing_count "
        "0.0119 extra_noun -0.0178 slot_gap 0.0045 ordinal_clash 0.0192 filler_lacking -0.0023 "
        "modifier_clash -0.0130 role -0.0036 verb_asked -0.0025 verb_timed 0.0130 event -0.0081 few_words "
        "-0.0073 share -0.0089 reach -0.0091 best -0.0141 margin -0.0147 "
    ),
    "missing_number": (
        "missing_number -0.0142 missing_attribute 0.0052 missing_relation -0.0044 missing_noun 0.0027 "
        "missing_verb -0.0076 missing_elsewhere 0.0153 lacking_attribute 0.0053 slot_example -0.0202 "
        "slot_said -0.0139 slot_field 0.0095 uncounted -0.0061 extra_noun 0.0023 ordinal_clash 0.0185 "
        "filler_far -0.0093 modifier_clash 0.0043 tense_clash 0.0042 bare_head -0.0027 role -0.0026 "
        "verb_asked 0.0067 event -0.0053 few_words -0.0114 share -0.0142 reach -0.0023 best -0.0077 "
        "margin -0.0113 second 0.0021 "
    ),
    "missing_name": (
        "missing_name -0.0153 missing_attribute -0.0044 missing_head 0.0045 missing_relation -0.0062 "
        "missing_noun -0.0071 missing_verb 0.0090 missing_other 0.0048 missing_elsewhere -0.0046 "
        "lacking_attribute 0.0036 slot_example -0.0153 slot_said -0.0069 slot_field -0.0047 slot_lacking "
        "-0.0027 uncounted -0.0046 missing_count -0.0052 extra_verb 0.0157 extra_noun -0.0152 "
        "speech_lacking 0.0102 filler_far -0.0074 modifier_clash 0.0035 bare_head -0.0020 about_lost "
        "0.0055 role -0.0022 verb_asked 0.0131 verb_timed 0.0034 few_words -0.0328 share -0.0415 reach "
        "-0.0111 best -0.0169 margin -0.0070 second -0.0113 "
    ),
    "missing_attribute": (
        "missing_attribute 0.0026 missing_head 0.0035 missing_relation 0.0026 missing_verb -0.0081 "
        "missing_other -0.0193 missing_elsewhere 0.0178 lacking_attribute -0.0228 slot_example 0.0066 "
        "slot_said 0.0165 slot_field -0.0167 slot_lacking 0.0145 slot_taken -0.0110 uncounted 0.0088 "
        "reason_lacking 0.0055 missing_count 0.0029 extra_verb 0.0032 extra_noun -0.0155 slot_gap -0.0053 "
        "ordinal_clash 0.0045 lacking_sure 0.0032 field_only -0.0034 filler_lacking -0.0034 filler_far "
        "-0.0096 modifier_clash 0.0212 opposite 0.0063 tense_clash -0.0034 bare_head 0.0075 role 0.0116 "
        "verb_asked -0.0089 verb_timed 0.0056 event 0.0030 few_words -0.0078 share 0.0046 reach 0.0023 "
        "best 0.0046 margin 0.0175 second -0.0108 "
    ),
    "missing_head": (
        "missing_head -0.0046 missing_relation 0.0116 missing_other -0.0420 missing_elsewhere 0.0181 "
        "lacking_attribute 0.0127 slot_example -0.0060 slot_said 0.0155 slot_taken 0.0094 uncounted "
        "-0.0068 extra_verb -0.0050 extra_noun 0.0074 slot_gap 0.0036 ordinal_clash 0.0113 lacking_sure "
        "0.0159 filler_far 0.0087 modifier_clash -0.0022 opposite 0.0127 tense_clash 0.0029 bare_head "
        "0.0079 verb_asked -0.0224 verb_timed 0.0064 event 0.0040 few_words -0.0255 reach 0.0059 best "
        "0.0031 margin -0.0218 second 0.0227 "
    ),
    "missing_relation": (
        "missing_noun -0.0091 missing_verb -0.0071 missing_other 0.0059 missing_elsewhere 0.0152 "
        "lacking_attribute -0.0025 slot_example 0.0106 slot_said -0.0175 slot_field -0.0270 slot_lacking "
        "0.0103 slot_taken 0.0098 uncounted 0.0175 missing_count 0.0038 extra_noun 0.0345 slot_gap "
        "-0.0046 ordinal_clash -0.0041 lacking_sure 0.0065 speech_lacking -0.0091 filler_lacking 0.0136 "
        "opposite 0.0216 bare_head 0.0068 verb_timed -0.0050 event -0.0084 best 0.0046 margin 0.0090 "
        "second -0.0033 "
    ),
    "missing_noun": (
        "missing_noun -0.0221 missing_verb -0.0212 missing_other -0.0253 lacking_attribute -0.0153 "
        "slot_example 0.0053 slot_said -0.0094 slot_field 0.0076 slot_lacking -0.0097 slot_taken 0.0079 "
        "reason_lacking 0.0028 missing_count -0.0156 extra_verb -0.0038 extra_noun 0.0117 slot_gap 0.0084 "
        "ordinal_clash 0.0089 field_only -0.0056 speech_lacking 0.0064 filler_lacking 0.0073 filler_far "
        "0.0068 reason_reversed 0.0111 modifier_clash -0.0142 opposite -0.0054 tense_clash -0.0075 "
        "asks_more -0.0022 bare_head -0.0021 about_lost 0.0039 role -0.0219 verb_timed -0.0049 event "
        "-0.0063 few_words -0.0407 share -0.0189 reach 0.0245 best 0.0140 margin 0.0095 second 0.0060 "
    ),
    "missing_verb": (
        "missing_verb 0.0068 missing_other -0.0151 missing_elsewhere -0.0234 lacking_attribute -0.0132 "
        "slot_example 0.0297 slot_said 0.0023 slot_field -0.0112 slot_lacking -0.0034 slot_taken 0.0022 "
        "reason_lacking -0.0079 missing_count -0.0051 ordinal_clash 0.0046 lacking_sure 0.0025 field_only "
        "-0.0107 speech_lacking 0.0091 filler_lacking -0.0066 filler_far 0.0157 reason_reversed 0.0051 "
        "modifier_clash 0.0152 opposite 0.0135 tense_clash 0.0026 bare_head 0.0142 about_lost 0.0035 "
        "identity 0.0046 role -0.0085 verb_asked 0.0047 verb_timed -0.0047 event 0.0065 few_words 0.0120 "
        "share 0.0241 reach 0.0194 best 0.0209 margin 0.0228 "
    ),
    "missing_other": (
        "missing_other 0.0111 missing_elsewhere 0.0025 slot_said -0.0187 slot_field 0.0179 slot_lacking "
        "-0.0103 uncounted 0.0293 reason_lacking -0.0051 missing_count -0.0115 extra_verb 0.0040 "
        "extra_noun -0.0062 ordinal_clash 0.0245 inexact 0.0067 since 0.0042 lacking_sure -0.0086 "
        "field_only 0.0170 filler_lacking -0.0088 filler_far 0.0361 reason_reversed 0.0077 modifier_clash "
        "0.0204 opposite 0.0061 tense_clash 0.0068 about_lost 0.0056 role -0.0166 verb_asked 0.0157 "
        "verb_timed -0.0100 event 0.0112 few_words 0.0083 reach 0.0110 best -0.0083 margin -0.0078 "
    ),
    "missing_elsewhere": (
        "missing_elsewhere 0.0208 lacking_attribute -0.0158 slot_example 0.0045 slot_said -0.0062 "
        "slot_field 0.0248 slot_lacking 0.0062 slot_taken -0.0107 uncounted 0.0188 reason_lacking 0.0080 "
        "missing_count 0.0247 extra_verb -0.0089 extra_noun 0.0109 slot_gap -0.0038 ordinal_clash 0.0274 "
        "lacking_sure 0.0024 field_only -0.0058 why_lacking 0.0044 speech_lacking -0.0058 filler_lacking "
        "-0.0055 filler_far 0.0174 reason_reversed 0.0128 modifier_clash 0.0314 opposite -0.0087 "
        "bare_head -0.0087 about_lost -0.0089 nameless -0.0041 identity 0.0056 role -0.0348 verb_asked "
        "0.0058 verb_timed 0.0139 event -0.0082 few_words -0.0148 best -0.0194 margin 0.0244 second "
        "-0.0418 "
    ),
    "lacking_attribute": (
        "lacking_attribute -0.0044 slot_example 0.0128 slot_said 0.0095 slot_field -0.0034 slot_taken "
        "-0.0117 uncounted 0.0097 reason_lacking 0.0025 missing_count -0.0072 extra_verb 0.0082 "
        "extra_noun 0.0263 slot_gap -0.0121 ordinal_clash -0.0074 inexact -0.0026 lacking_sure -0.0074 "
        "field_only 0.0060 filler_far -0.0071 modifier_clash 0.0023 tense_clash 0.0033 bare_head 0.0238 "
        "about_lost 0.0114 nameless 0.0039 role 0.0172 verb_asked -0.0038 verb_timed -0.0099 event 0.0076 "
        "few_words -0.0164 share -0.0066 reach 0.0023 best 0.0095 margin 0.0237 second -0.0113 "
    ),
    "slot_example": (
        "slot_said -0.0032 slot_field 0.0141 slot_taken -0.0060 uncounted -0.0165 missing_count 0.0139 "
        "extra_verb 0.0067 extra_noun 0.0174 slot_gap -0.0059 ordinal_clash 0.0091 inexact -0.0158 since "
        "-0.0025 side_clash -0.0090 lacking_sure -0.0047 speech_lacking 0.0046 filler_lacking 0.0142 "
        "filler_far 0.0068 modifier_clash 0.0106 opposite 0.0071 post_clash -0.0041 tense_clash -0.0085 "
        "asks_more -0.0045 bare_head -0.0060 about_lost -0.0121 nameless -0.0038 identity 0.0024 role "
        "0.0051 verb_asked 0.0135 verb_timed 0.0173 event 0.0050 terse_full -0.0293 few_words -0.0032 "
        "share 0.0049 best 0.0070 margin 0.0112 second -0.0028 "
    ),
    "slot_said": (
        "slot_said -0.0069 slot_taken -0.0037 uncounted -0.0028 missing_count -0.0104 extra_verb 0.0129 "
        "extra_noun -0.0032 slot_gap 0.0157 ordinal_clash -0.0142 inexact -0.0140 side_clash -0.0077 "
        "lacking_sure 0.0087 filler_far 0.0032 modifier_clash -0.0364 opposite -0.0200 post_clash -0.0057 "
        "tense_clash -0.0123 asks_more -0.0023 bare_head -0.0089 about_lost 0.0136 nameless -0.0048 role "
        "0.0454 verb_asked -0.0037 verb_timed 0.0037 event -0.0045 few_words -0.0084 share -0.0149 best "
        "0.0089 margin 0.0178 second -0.0067 "
    ),
    "slot_field": (
        "slot_field -0.0022 slot_taken -0.0036 uncounted -0.0027 missing_count 0.0080 extra_verb -0.0150 "
        "extra_noun 0.0411 slot_gap 0.0031 ordinal_clash -0.0248 inexact -0.0054 since -0.0042 "
        "lacking_sure 0.0141 field_only -0.0052 speech_lacking -0.0067 filler_far 0.0087 modifier_clash "
        "-0.0067 post_clash -0.0057 tense_clash -0.0239 asks_more -0.0057 bare_head -0.0101 about_lost "
        "-0.0035 nameless -0.0042 identity 0.0043 verb_asked -0.0021 verb_timed -0.0248 event -0.0054 "
        "few_words -0.0117 share -0.0054 reach 0.0140 best 0.0145 margin 0.0266 second -0.0087 "
    ),
    "slot_lacking": (
        "slot_lacking -0.0107 uncounted 0.0260 reason_lacking 0.0072 missing_count -0.0054 extra_verb "
        "0.0155 extra_noun -0.0051 slot_gap -0.0079 lacking_sure 0.0127 why_lacking -0.0148 "
        "filler_lacking -0.0304 filler_far 0.0148 reason_reversed -0.0022 modifier_clash -0.0174 opposite "
        "-0.0022 tense_clash 0.0085 bare_head 0.0137 verb_timed -0.0047 few_words -0.0204 share -0.0159 "
        "second -0.0038 "
    ),
    "slot_taken": (
        "slot_taken -0.0084 missing_count 0.0055 extra_verb 0.0130 extra_noun 0.0127 slot_gap -0.0021 "
        "lacking_sure -0.0041 filler_far 0.0071 bare_head -0.0033 role 0.0242 verb_asked 0.0044 event "
        "0.0115 few_words -0.0036 share -0.0084 reach -0.0136 best -0.0095 margin -0.0133 second 0.0021 "
    ),
    "uncounted": (
        "missing_count 0.0058 extra_noun 0.0081 slot_gap 0.0086 ordinal_clash 0.0072 lacking_sure 0.0103 "
        "filler_lacking 0.0135 filler_far 0.0036 modifier_clash -0.0105 opposite -0.0035 tense_clash "
        "-0.0050 bare_head 0.0190 verb_asked -0.0041 few_words -0.0380 reach -0.0112 best -0.0121 second "
        "-0.0121 "
    ),
    "reason_lacking": (
        "reason_lacking 0.0106 extra_verb -0.0069 extra_noun -0.0054 slot_gap 0.0080 lacking_sure -0.0023 "
        "why_lacking -0.0220 modifier_clash -0.0134 few_words 0.0063 share 0.0106 reach 0.0067 best "
        "0.0038 second 0.0041 "
    ),
    "missing_count": (
        "missing_count 0.0057 extra_verb -0.0036 extra_noun 0.0166 slot_gap 0.0103 ordinal_clash 0.0284 "
        "since -0.0021 lacking_sure 0.0118 field_only -0.0049 speech_lacking 0.0111 filler_lacking "
        "-0.0055 filler_far 0.0156 reason_reversed 0.0109 modifier_clash 0.0117 opposite 0.0113 "
        "tense_clash 0.0023 asks_more -0.0033 bare_head 0.0087 about_lost 0.0094 role -0.0255 verb_asked "
        "0.0033 event -0.0024 few_words -0.0446 share -0.0076 reach 0.0183 margin 0.0069 second -0.0048 "
    ),
    "extra_verb": (
        "extra_verb -0.0050 extra_noun 0.0083 slot_gap 0.0135 ordinal_clash -0.0042 field_only -0.0043 "
        "why_lacking 0.0031 speech_lacking 0.0037 filler_lacking -0.0039 filler_far -0.0072 "
        "reason_reversed 0.0046 modifier_clash 0.0054 opposite -0.0128 tense_clash 0.0167 bare_head "
        "-0.0100 role -0.0029 verb_asked -0.0042 verb_timed 0.0062 event -0.0162 few_words -0.0101 best "
        "-0.0089 margin -0.0040 second -0.0056 "
    ),
    "extra_noun": (
        "extra_noun 0.0188 slot_gap 0.0183 ordinal_clash 0.0024 lacking_sure 0.0055 field_only -0.0026 "
        "filler_lacking 0.0127 filler_far 0.0365 opposite 0.0023 tense_clash 0.0092 asks_more -0.0029 "
        "bare_head -0.0032 role -0.0195 verb_asked 0.0157 verb_timed -0.0128 few_words -0.0323 share "
        "-0.0091 best -0.0205 margin -0.0127 second -0.0098 "
    ),
    "slot_gap": (
        "slot_gap -0.0094 since -0.0080 side_clash 0.0071 lacking_sure 0.0057 field_only 0.0073 "
        "why_lacking -0.0106 speech_lacking -0.0124 filler_far -0.0020 reason_reversed -0.0074 "
        "modifier_clash 0.0251 opposite 0.0021 tense_clash 0.0202 asks_more -0.0071 about_lost 0.0022 "
        "nameless -0.0045 role -0.0055 verb_asked -0.0169 verb_timed -0.0032 event 0.0161 few_words "
        "-0.0139 share -0.0077 reach -0.0041 best -0.0082 margin -0.0316 second 0.0198 "
    ),
    "ordinal_clash": (
        "lacking_sure -0.0027 filler_lacking -0.0024 filler_far -0.0035 modifier_clash -0.0240 "
        "tense_clash -0.0022 bare_head -0.0031 role -0.0052 verb_asked -0.0034 verb_timed 0.0072 event "
        "-0.0107 few_words -0.0146 reach -0.0147 best -0.0116 margin -0.0077 second -0.0051 "
    ),
    "inexact": (
        "inexact -0.0176 field_only 0.0213 verb_timed -0.0028 event -0.0171 few_words -0.0133 share "
        "-0.0176 reach -0.0121 best -0.0140 margin -0.0114 second -0.0044 "
    ),
    "since": (
        "since -0.0125 field_only -0.0042 verb_timed -0.0026 event -0.0068 few_words -0.0028 share "
        "-0.0125 reach -0.0074 best -0.0053 margin 0.0020 second -0.0073 "
    ),
    "side_clash": (
        "modifier_clash -0.0021 tense_clash 0.0183 role 0.0022 event 0.0022 best -0.0068 margin -0.0033 "
        "second -0.0041 "
    ),
    "lacking_sure": (
        "lacking_sure -0.0106 field_only -0.0034 filler_lacking 0.0031 modifier_clash 0.0074 tense_clash "
        "-0.0027 bare_head 0.0334 role -0.0054 verb_asked 0.0116 event 0.0069 terse_full -0.0053 "
        "few_words -0.0300 share -0.0112 reach -0.0121 best -0.0124 margin 0.0134 second -0.0248 "
    ),
    "field_only": (
        "field_only -0.0120 filler_far 0.0121 modifier_clash 0.0077 tense_clash -0.0078 verb_timed "
        "-0.0230 event 0.0021 share -0.0120 best -0.0039 margin -0.0137 second 0.0082 "
    ),
    "why_lacking": (
        "why_lacking -0.0220 few_words -0.0134 share -0.0220 reach -0.0116 best -0.0088 margin -0.0088 "
    ),
    "speech_lacking": (
        "speech_lacking -0.0157 few_words -0.0081 share -0.0157 reach -0.0184 best -0.0155 margin -0.0142 "
        "second -0.0034 "
    ),
    "filler_lacking": (
        "filler_lacking -0.0124 modifier_clash 0.0164 tense_clash -0.0074 bare_head -0.0145 nameless "
        "-0.0041 verb_timed -0.0080 few_words -0.0074 share -0.0135 reach -0.0097 margin -0.0095 second "
        "0.0081 "
    ),
    "filler_far": (
        "filler_far -0.0410 modifier_clash -0.0226 tense_clash -0.0172 asks_more -0.0026 bare_head 0.0029 "
        "about_lost 0.0223 nameless -0.0041 role 0.0031 verb_asked -0.0055 verb_timed 0.0234 event 0.0162 "
        "few_words -0.0065 share 0.0191 reach -0.0093 best -0.0050 margin -0.0070 "
    ),
    "reason_reversed": (
        "reason_reversed -0.0025 about_lost 0.0165 few_words -0.0042 share -0.0025 reach -0.0110 best "
        "-0.0096 margin -0.0175 second 0.0056 "
    ),
    "modifier_clash": (
        "modifier_clash -0.0054 opposite -0.0187 tense_clash 0.0086 bare_head 0.0048 role -0.0159 "
        "verb_asked 0.0282 verb_timed 0.0139 event -0.0171 terse_full 0.0223 few_words -0.0114 share "
        "-0.0054 reach -0.0066 best -0.0085 margin 0.0032 second -0.0117 "
    ),
    "opposite": (
        "opposite 0.0030 bare_head 0.0071 verb_asked 0.0074 verb_timed -0.0137 event -0.0184 few_words "
        "-0.0023 share 0.0030 reach -0.0073 best -0.0124 margin -0.0134 "
    ),
    "post_clash": (
        "post_clash -0.0132 few_words -0.0093 share -0.0132 reach -0.0096 best -0.0067 margin -0.0080 "
    ),
    "tense_clash": (
        "tense_clash -0.0094 bare_head 0.0048 verb_timed -0.0179 event -0.0197 terse_full -0.0065 share "
        "-0.0094 best -0.0084 margin -0.0156 second 0.0052 "
    ),
    "asks_more": (
        "asks_more -0.0170 bare_head 0.0154 verb_timed -0.0029 few_words -0.0137 share -0.0166 reach "
        "-0.0094 best -0.0106 margin -0.0098 second -0.0022 "
    ),
    "bare_head": (
        "bare_head 0.0089 nameless 0.0100 role 0.0024 verb_asked -0.0023 verb_timed 0.0038 few_words "
        "0.0177 share 0.0089 reach -0.0041 best -0.0158 margin -0.0221 second 0.0033 "
    ),
    "about_lost": (
        "about_lost 0.0022 role -0.0485 few_words -0.0067 share 0.0023 reach -0.0025 best -0.0065 margin "
        "-0.0033 second -0.0038 "
    ),
    "nameless": (
        "nameless -0.0190 event -0.0025 few_words -0.0164 share -0.0190 reach -0.0094 best -0.0060 second "
        "-0.0055 "
    ),
    "identity": ("identity 0.0099 terse_full 0.0062 share 0.0099 margin 0.0057 second -0.0037 "),
    "role": (
        "role -0.0027 event 0.0204 few_words 0.0225 share -0.0027 reach 0.0052 best 0.0137 margin 0.0298 "
        "second -0.0124 "
    ),
    "verb_asked": ("verb_asked 0.0118 event 0.0166 few_words -0.0221 margin -0.0059 second 0.0041 "),
    "verb_timed": (
        "verb_timed 0.0227 event -0.0114 share -0.0027 reach -0.0054 margin -0.0295 second 0.0245 "
    ),
    "event": (
        "event -0.0100 few_words 0.0233 share -0.0125 reach -0.0052 best 0.0054 margin 0.0093 second -0.0027 "
    ),
    "terse_full": (
        "terse_full -0.0035 few_words 0.0216 share -0.0035 reach 0.0034 best 0.0059 margin 0.0388 second "
        "-0.0285 "
    ),
    "few_words": ("few_words 0.0216 share -0.0564 reach 0.0298 best 0.0339 margin 0.0184 second 0.0186 "),
    "share": ("share -0.0294 reach 0.0375 best 0.0259 margin 0.0455 second -0.0139 "),
    "reach": ("reach 0.0291 best 0.0278 margin 0.0218 second 0.0093 "),
    "best": ("best 0.0300 margin 0.0222 second 0.0111 "),
    "margin": ("margin -0.0583 second 0.0749 "),
    "second": ("second -0.0553 "),
}
