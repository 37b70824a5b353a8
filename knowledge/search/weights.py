"""Weights fitted by `python -m tests.fit` on the tuning questions; not to be edited by hand."""

RANK = {
    "cover_says": 0.8983,
    "example": 0.3405,
    "example_slot": 1.0896,
    "example_back": 1.9883,
    "loose": -0.8858,
    "missing_ordinal": -0.1981,
    "missing_number": -1.1750,
    "missing_name": -0.4839,
    "missing_head": -0.3803,
    "missing_noun": -0.4701,
    "missing_other": -0.5272,
    "lacking_attribute": -0.9043,
    "slot_example": 0.7033,
    "slot_said": 0.9622,
    "slot_field": -0.3842,
    "slot_lacking": -0.6134,
    "uncounted": -1.6976,
    "reason_lacking": -1.3854,
    "extra_verb": -0.1199,
    "extra_noun": -0.2524,
    "slot_gap": -0.3925,
    "ordinal_clash": -2.7450,
    "inexact": -4.1443,
    "since": -1.3366,
    "side_clash": -2.4255,
    "lacking_sure": -0.5731,
    "field_only": -0.7462,
    "why_lacking": -0.4908,
    "speech_lacking": -1.7254,
    "filler_lacking": -0.3983,
    "filler_far": -0.4918,
    "modifier_clash": -0.0725,
    "post_clash": -0.8119,
    "tense_clash": -2.4040,
    "bare_head": -0.1137,
    "about_lost": -0.6889,
    "nameless": -2.8652,
    "identity": 1.4238,
    "role": 0.2457,
    "event": 1.3255,
    "share": 1.9766,
    "reach": 6.0354,
}
ACCEPT_BIAS = -0.3275
BOUND = 5.0
UNITS = {
    "cover": 3.0991,
    "cover_spoken": 3.0916,
    "cover_says": 2.8776,
    "example": 3.3792,
    "example_slot": 3.2929,
    "example_back": 2.9715,
    "letters": 3.3185,
    "loose": 4.4415,
    "missing_ordinal": 7.6116,
    "missing_number": 7.0464,
    "missing_name": 2.5219,
    "missing_attribute": 3.2256,
    "missing_head": 4.2558,
    "missing_relation": 9.0267,
    "missing_noun": 1.5735,
    "missing_verb": 2.1671,
    "missing_other": 2.8913,
    "missing_elsewhere": 1.8882,
    "lacking_attribute": 3.2836,
    "slot_example": 2.2527,
    "slot_said": 2.1639,
    "slot_field": 2.1506,
    "slot_lacking": 3.3765,
    "slot_taken": 15.5927,
    "uncounted": 4.3403,
    "reason_lacking": 7.8149,
    "missing_count": 2.7772,
    "extra_verb": 4.8338,
    "extra_noun": 2.9177,
    "slot_gap": 3.9816,
    "ordinal_clash": 7.6823,
    "inexact": 15.8452,
    "since": 21.8561,
    "side_clash": 35.6675,
    "lacking_sure": 4.7311,
    "field_only": 7.5701,
    "why_lacking": 10.4496,
    "speech_lacking": 14.2027,
    "filler_lacking": 4.5426,
    "filler_far": 4.6436,
    "reason_reversed": 48.0602,
    "modifier_clash": 5.3135,
    "opposite": 14.0203,
    "post_clash": 29.1281,
    "tense_clash": 6.5522,
    "asks_more": 23.3621,
    "bare_head": 10.0354,
    "about_lost": 8.8348,
    "nameless": 14.9022,
    "identity": 8.2952,
    "role": 4.9767,
    "verb_asked": 4.2656,
    "verb_timed": 4.6515,
    "event": 5.8787,
    "terse_full": 4.9767,
    "few_words": 13.5156,
    "share": 11.9174,
    "reach": 2.9349,
    "best": 0.2715,
    "margin": 0.3149,
    "second": 0.2810,
}
ACCEPT = {
    "cover": -0.0204,
    "cover_spoken": 0.0121,
    "cover_says": 0.0051,
    "example": 0.0211,
    "example_slot": -0.0016,
    "example_back": 0.0005,
    "letters": -0.0042,
    "loose": 0.0375,
    "missing_ordinal": -0.0161,
    "missing_number": -0.0254,
    "missing_name": -0.0762,
    "missing_attribute": 0.0085,
    "missing_head": -0.0019,
    "missing_relation": -0.0028,
    "missing_noun": -0.0355,
    "missing_verb": 0.0377,
    "missing_other": 0.0004,
    "missing_elsewhere": -0.0007,
    "lacking_attribute": -0.0109,
    "slot_example": 0.0064,
    "slot_said": -0.0281,
    "slot_field": -0.0101,
    "slot_lacking": -0.0288,
    "slot_taken": -0.0142,
    "uncounted": 0.0075,
    "reason_lacking": 0.0197,
    "missing_count": -0.0164,
    "extra_verb": -0.0083,
    "extra_noun": -0.0188,
    "slot_gap": -0.0147,
    "ordinal_clash": -0.0029,
    "inexact": -0.0312,
    "since": -0.0150,
    "side_clash": -0.0018,
    "lacking_sure": -0.0204,
    "field_only": -0.0223,
    "why_lacking": -0.0393,
    "speech_lacking": -0.0263,
    "filler_lacking": -0.0239,
    "filler_far": 0.0359,
    "reason_reversed": -0.0036,
    "modifier_clash": -0.0090,
    "opposite": 0.0056,
    "post_clash": -0.0238,
    "tense_clash": -0.0169,
    "asks_more": -0.0308,
    "bare_head": 0.0157,
    "about_lost": 0.0036,
    "nameless": -0.0353,
    "identity": 0.0187,
    "role": -0.0042,
    "verb_asked": -0.0002,
    "verb_timed": -0.0096,
    "event": -0.0219,
    "terse_full": -0.0073,
    "few_words": -0.1054,
    "share": -0.0538,
    "reach": 0.0668,
    "best": 0.0464,
    "margin": 0.0839,
    "second": -0.0270,
}
PAIRS = {
    "cover": (
        "cover -0.0163 cover_spoken -0.0043 cover_says -0.0167 example 0.0065 example_slot 0.0060 letters "
        "-0.0099 loose 0.0102 missing_ordinal -0.0113 missing_number -0.0028 missing_name -0.0126 "
        "missing_head 0.0042 missing_relation 0.0031 missing_noun 0.0241 missing_verb 0.0107 "
        "missing_other 0.0088 missing_elsewhere -0.0199 lacking_attribute 0.0061 slot_example -0.0082 "
        "slot_said -0.0036 slot_field 0.0087 slot_lacking -0.0077 slot_taken -0.0152 uncounted -0.0119 "
        "reason_lacking 0.0061 missing_count 0.0097 extra_verb -0.0053 extra_noun -0.0028 slot_gap "
        "-0.0153 ordinal_clash -0.0184 inexact -0.0130 since -0.0080 lacking_sure -0.0138 field_only "
        "-0.0043 why_lacking -0.0125 speech_lacking -0.0207 filler_lacking -0.0145 filler_far -0.0152 "
        "reason_reversed -0.0120 modifier_clash -0.0114 opposite -0.0084 post_clash -0.0100 tense_clash "
        "-0.0041 asks_more -0.0107 bare_head -0.0039 nameless -0.0106 role 0.0181 verb_asked -0.0024 "
        "verb_timed -0.0146 event -0.0091 terse_full 0.0022 few_words -0.0106 share -0.0113 reach -0.0025 "
        "best 0.0043 margin 0.0106 second -0.0051 "
    ),
    "cover_spoken": (
        "cover_spoken 0.0064 cover_says -0.0055 example 0.0186 example_slot 0.0072 example_back 0.0047 "
        "letters 0.0082 loose 0.0038 missing_ordinal -0.0111 missing_number -0.0021 missing_name -0.0120 "
        "missing_head 0.0039 missing_noun 0.0205 missing_verb 0.0150 missing_other 0.0096 "
        "missing_elsewhere -0.0183 lacking_attribute 0.0035 slot_example -0.0025 slot_said 0.0038 "
        "slot_lacking -0.0029 slot_taken -0.0131 uncounted -0.0102 reason_lacking 0.0062 missing_count "
        "0.0107 extra_verb 0.0021 extra_noun -0.0041 slot_gap -0.0057 ordinal_clash -0.0138 inexact "
        "-0.0129 since -0.0093 lacking_sure -0.0119 why_lacking -0.0125 speech_lacking -0.0204 "
        "filler_lacking -0.0141 filler_far -0.0117 reason_reversed -0.0110 modifier_clash -0.0059 "
        "opposite -0.0083 post_clash -0.0103 asks_more -0.0106 bare_head -0.0038 about_lost -0.0063 "
        "nameless -0.0105 identity 0.0021 verb_asked -0.0044 verb_timed -0.0091 event 0.0036 terse_full "
        "0.0046 few_words 0.0037 share 0.0068 reach 0.0081 best 0.0150 margin 0.0135 second 0.0034 "
    ),
    "cover_says": (
        "cover_says -0.0183 example -0.0162 example_back -0.0182 letters -0.0264 loose 0.0635 "
        "missing_ordinal -0.0046 missing_number -0.0108 missing_name -0.0069 missing_attribute -0.0075 "
        "missing_head 0.0075 missing_relation -0.0074 missing_noun 0.0215 missing_verb 0.0083 "
        "missing_elsewhere -0.0311 lacking_attribute -0.0025 slot_example -0.0097 slot_said 0.0229 "
        "slot_field -0.0035 slot_lacking 0.0065 slot_taken -0.0102 uncounted -0.0066 missing_count 0.0069 "
        "extra_verb -0.0158 extra_noun -0.0144 slot_gap -0.0334 inexact -0.0094 since -0.0084 "
        "lacking_sure -0.0232 why_lacking -0.0152 speech_lacking -0.0158 filler_far -0.0068 "
        "reason_reversed -0.0128 opposite -0.0120 post_clash -0.0095 tense_clash -0.0045 asks_more "
        "-0.0070 about_lost -0.0081 nameless -0.0082 role -0.0040 verb_asked -0.0206 verb_timed -0.0059 "
        "event -0.0056 terse_full 0.0073 few_words 0.0163 share 0.0029 reach -0.0020 margin -0.0047 "
        "second 0.0031 "
    ),
    "example": (
        "example 0.0098 example_slot -0.0071 example_back 0.0243 letters -0.0173 loose 0.0297 "
        "missing_ordinal -0.0150 missing_number 0.0030 missing_name -0.0217 missing_attribute -0.0023 "
        "missing_head -0.0085 missing_relation 0.0025 missing_noun 0.0076 missing_verb 0.0069 "
        "missing_other 0.0149 missing_elsewhere -0.0065 lacking_attribute 0.0092 slot_example -0.0078 "
        "slot_said -0.0070 slot_field 0.0101 slot_lacking -0.0063 slot_taken -0.0074 uncounted -0.0087 "
        "reason_lacking 0.0071 missing_count -0.0020 extra_verb -0.0052 extra_noun -0.0061 slot_gap "
        "-0.0068 ordinal_clash -0.0068 inexact -0.0177 since -0.0020 side_clash -0.0060 lacking_sure "
        "-0.0083 field_only 0.0065 why_lacking -0.0090 speech_lacking -0.0142 filler_lacking 0.0147 "
        "filler_far -0.0168 modifier_clash 0.0145 opposite -0.0131 post_clash 0.0103 asks_more -0.0101 "
        "bare_head -0.0094 about_lost -0.0113 nameless -0.0072 identity -0.0094 role -0.0033 verb_asked "
        "-0.0089 verb_timed -0.0069 event 0.0082 terse_full 0.0023 few_words 0.0156 share 0.0118 reach "
        "0.0193 best 0.0162 second 0.0156 "
    ),
    "example_slot": (
        "example_slot -0.0104 example_back 0.0096 letters -0.0021 loose 0.0098 missing_ordinal -0.0180 "
        "missing_number -0.0125 missing_name -0.0184 missing_attribute 0.0066 missing_head 0.0092 "
        "missing_relation 0.0066 missing_noun -0.0051 missing_verb 0.0206 missing_elsewhere -0.0097 "
        "lacking_attribute 0.0252 slot_said -0.0027 slot_field 0.0120 slot_taken -0.0045 uncounted "
        "-0.0058 missing_count -0.0071 extra_verb 0.0087 extra_noun -0.0358 slot_gap 0.0022 ordinal_clash "
        "-0.0075 inexact -0.0170 since 0.0076 side_clash -0.0117 lacking_sure -0.0083 speech_lacking "
        "-0.0045 filler_lacking 0.0121 filler_far 0.0227 reason_reversed 0.0041 modifier_clash -0.0056 "
        "opposite -0.0141 post_clash 0.0096 tense_clash -0.0128 asks_more -0.0039 bare_head -0.0073 "
        "about_lost -0.0153 nameless -0.0032 identity -0.0027 role -0.0051 verb_asked 0.0369 verb_timed "
        "-0.0030 event -0.0045 terse_full -0.0209 few_words 0.0100 reach 0.0054 best 0.0082 margin 0.0066 "
        "second 0.0025 "
    ),
    "example_back": (
        "example_back 0.0185 letters -0.0119 loose 0.0195 missing_ordinal -0.0203 missing_name -0.0160 "
        "missing_attribute -0.0087 missing_head -0.0031 missing_relation 0.0187 missing_noun 0.0108 "
        "missing_verb 0.0080 missing_other -0.0025 missing_elsewhere -0.0065 lacking_attribute 0.0250 "
        "slot_example 0.0073 slot_said 0.0029 slot_field 0.0126 slot_taken 0.0037 reason_lacking -0.0037 "
        "missing_count 0.0028 extra_verb -0.0100 extra_noun -0.0027 ordinal_clash -0.0089 inexact -0.0175 "
        "since -0.0062 side_clash -0.0044 lacking_sure -0.0110 why_lacking -0.0108 speech_lacking -0.0138 "
        "filler_lacking 0.0155 filler_far -0.0111 reason_reversed -0.0036 modifier_clash 0.0056 opposite "
        "-0.0114 post_clash 0.0028 tense_clash -0.0048 asks_more -0.0110 bare_head -0.0064 about_lost "
        "-0.0077 nameless -0.0047 identity -0.0040 role -0.0037 verb_asked -0.0060 verb_timed -0.0030 "
        "event 0.0161 terse_full 0.0127 few_words -0.0072 reach 0.0088 best 0.0100 margin -0.0050 second "
        "0.0148 "
    ),
    "letters": (
        "letters -0.0224 loose -0.0022 missing_ordinal -0.0075 missing_number -0.0050 missing_name "
        "-0.0397 missing_attribute -0.0055 missing_head 0.0056 missing_relation 0.0095 missing_noun "
        "0.0264 missing_verb 0.0324 missing_other 0.0033 lacking_attribute -0.0132 slot_example -0.0043 "
        "slot_said -0.0090 slot_lacking 0.0097 uncounted -0.0098 reason_lacking 0.0046 missing_count "
        "0.0107 extra_verb 0.0154 extra_noun -0.0212 slot_gap -0.0145 ordinal_clash 0.0032 inexact "
        "-0.0151 side_clash -0.0032 lacking_sure -0.0258 field_only -0.0104 why_lacking -0.0118 "
        "speech_lacking -0.0203 filler_lacking 0.0161 filler_far -0.0091 modifier_clash -0.0126 opposite "
        "-0.0184 post_clash -0.0044 tense_clash -0.0037 asks_more -0.0087 bare_head -0.0086 about_lost "
        "-0.0202 nameless -0.0031 identity -0.0139 role -0.0121 verb_asked -0.0059 verb_timed 0.0071 "
        "event 0.0251 terse_full 0.0046 few_words -0.0069 reach 0.0103 best 0.0045 margin -0.0208 second "
        "0.0232 "
    ),
    "loose": (
        "loose -0.0176 missing_ordinal -0.0068 missing_number 0.0058 missing_name 0.0113 "
        "missing_attribute 0.0155 missing_head 0.0062 missing_relation -0.0045 missing_noun -0.0095 "
        "missing_verb 0.0159 missing_elsewhere 0.0357 lacking_attribute 0.0183 slot_example -0.0043 "
        "slot_said -0.0197 slot_field -0.0211 slot_lacking 0.0035 slot_taken -0.0029 uncounted -0.0156 "
        "reason_lacking 0.0024 missing_count 0.0038 extra_verb 0.0396 extra_noun 0.0403 slot_gap 0.0200 "
        "ordinal_clash -0.0233 inexact -0.0049 since -0.0070 side_clash 0.0074 lacking_sure 0.0200 "
        "field_only 0.0108 why_lacking -0.0026 speech_lacking 0.0095 filler_lacking 0.0319 filler_far "
        "0.0345 reason_reversed -0.0044 modifier_clash 0.0159 opposite 0.0250 post_clash 0.0109 "
        "tense_clash 0.0136 bare_head 0.0047 about_lost 0.0098 identity 0.0034 role 0.0035 verb_asked "
        "0.0214 verb_timed 0.0138 event -0.0287 terse_full -0.0194 few_words -0.0272 share 0.0203 reach "
        "0.0093 best 0.0134 margin 0.0617 second -0.0412 "
    ),
    "missing_ordinal": (
        "missing_ordinal -0.0090 missing_number 0.0200 missing_attribute 0.0083 missing_head -0.0043 "
        "missing_noun -0.0033 missing_verb 0.0065 missing_other 0.0125 missing_elsewhere 0.0102 "
        "lacking_attribute -0.0046 slot_said -0.0082 uncounted -0.0074 missing_count 0.0120 extra_verb "
        "-0.0022 extra_noun -0.0177 slot_gap 0.0051 ordinal_clash 0.0188 filler_lacking -0.0026 "
        "modifier_clash -0.0131 role -0.0035 verb_asked -0.0027 verb_timed 0.0138 event -0.0085 few_words "
        "-0.0070 share -0.0090 reach -0.0091 best -0.0140 margin -0.0147 "
    ),
    "missing_number": (
        "missing_number -0.0141 missing_attribute 0.0053 missing_relation -0.0048 missing_noun 0.0032 "
        "missing_verb -0.0080 missing_elsewhere 0.0158 lacking_attribute 0.0048 slot_example -0.0216 "
        "slot_said -0.0139 slot_field 0.0095 uncounted -0.0072 extra_verb -0.0024 ordinal_clash 0.0197 "
        "filler_far -0.0099 modifier_clash 0.0043 tense_clash 0.0044 bare_head -0.0027 role -0.0031 "
        "verb_asked 0.0064 event -0.0059 few_words -0.0113 share -0.0141 reach -0.0021 best -0.0076 "
        "margin -0.0115 second 0.0025 "
    ),
    "missing_name": (
        "missing_name -0.0146 missing_attribute -0.0048 missing_head 0.0050 missing_relation -0.0067 "
        "missing_noun -0.0077 missing_verb 0.0082 missing_other 0.0051 missing_elsewhere -0.0049 "
        "lacking_attribute 0.0039 slot_example -0.0156 slot_said -0.0065 slot_field -0.0048 slot_lacking "
        "-0.0028 uncounted -0.0052 missing_count -0.0055 extra_verb 0.0157 extra_noun -0.0149 "
        "lacking_sure -0.0021 speech_lacking 0.0116 filler_far -0.0081 modifier_clash 0.0038 bare_head "
        "-0.0021 about_lost 0.0056 role -0.0020 verb_asked 0.0133 verb_timed 0.0026 few_words -0.0330 "
        "share -0.0418 reach -0.0105 best -0.0167 margin -0.0070 second -0.0111 "
    ),
    "missing_attribute": (
        "missing_attribute 0.0022 missing_head 0.0028 missing_relation 0.0024 missing_verb -0.0085 "
        "missing_other -0.0190 missing_elsewhere 0.0177 lacking_attribute -0.0238 slot_example 0.0032 "
        "slot_said 0.0169 slot_field -0.0143 slot_lacking 0.0147 slot_taken -0.0130 uncounted 0.0100 "
        "reason_lacking 0.0049 missing_count 0.0028 extra_verb 0.0037 extra_noun -0.0165 slot_gap -0.0030 "
        "ordinal_clash 0.0049 lacking_sure 0.0032 field_only -0.0035 filler_lacking -0.0048 filler_far "
        "-0.0101 modifier_clash 0.0219 opposite 0.0066 tense_clash -0.0036 bare_head 0.0071 role 0.0120 "
        "verb_asked -0.0085 verb_timed 0.0062 few_words -0.0077 share 0.0050 best 0.0037 margin 0.0166 "
        "second -0.0110 "
    ),
    "missing_head": (
        "missing_head -0.0067 missing_relation 0.0119 missing_other -0.0411 missing_elsewhere 0.0179 "
        "lacking_attribute 0.0118 slot_example 0.0030 slot_said 0.0153 slot_field -0.0055 slot_lacking "
        "0.0030 slot_taken 0.0172 uncounted -0.0081 extra_verb -0.0024 extra_noun 0.0067 ordinal_clash "
        "0.0122 lacking_sure 0.0159 filler_lacking 0.0059 filler_far 0.0089 modifier_clash -0.0021 "
        "opposite 0.0126 bare_head 0.0075 verb_asked -0.0257 verb_timed 0.0062 event 0.0092 few_words "
        "-0.0270 reach 0.0059 best 0.0064 margin -0.0162 second 0.0211 "
    ),
    "missing_relation": (
        "missing_noun -0.0096 missing_verb -0.0066 missing_other 0.0056 missing_elsewhere 0.0155 "
        "lacking_attribute -0.0031 slot_example 0.0103 slot_said -0.0182 slot_field -0.0275 slot_lacking "
        "0.0103 slot_taken 0.0087 uncounted 0.0177 missing_count 0.0037 extra_noun 0.0343 slot_gap "
        "-0.0049 ordinal_clash -0.0041 lacking_sure 0.0065 speech_lacking -0.0098 filler_lacking 0.0132 "
        "reason_reversed -0.0023 opposite 0.0222 bare_head 0.0063 verb_timed -0.0046 event -0.0095 best "
        "0.0051 margin 0.0097 second -0.0034 "
    ),
    "missing_noun": (
        "missing_noun -0.0221 missing_verb -0.0220 missing_other -0.0258 lacking_attribute -0.0159 "
        "slot_example 0.0042 slot_said -0.0094 slot_field 0.0083 slot_lacking -0.0104 slot_taken 0.0073 "
        "reason_lacking 0.0027 missing_count -0.0162 extra_verb -0.0033 extra_noun 0.0122 slot_gap 0.0095 "
        "ordinal_clash 0.0090 since 0.0026 lacking_sure -0.0026 field_only -0.0055 speech_lacking 0.0070 "
        "filler_lacking 0.0064 filler_far 0.0089 reason_reversed 0.0118 modifier_clash -0.0144 opposite "
        "-0.0062 tense_clash -0.0075 asks_more -0.0024 bare_head -0.0023 about_lost 0.0038 role -0.0223 "
        "verb_asked 0.0032 verb_timed -0.0054 event -0.0070 few_words -0.0425 share -0.0188 reach 0.0251 "
        "best 0.0142 margin 0.0090 second 0.0066 "
    ),
    "missing_verb": (
        "missing_verb 0.0068 missing_other -0.0151 missing_elsewhere -0.0232 lacking_attribute -0.0132 "
        "slot_example 0.0281 slot_said 0.0028 slot_field -0.0104 slot_lacking -0.0056 reason_lacking "
        "-0.0077 missing_count -0.0049 ordinal_clash 0.0039 lacking_sure 0.0031 field_only -0.0101 "
        "speech_lacking 0.0102 filler_lacking -0.0056 filler_far 0.0159 reason_reversed 0.0046 "
        "modifier_clash 0.0155 opposite 0.0139 tense_clash 0.0026 bare_head 0.0140 about_lost 0.0036 "
        "identity 0.0049 role -0.0085 verb_asked 0.0044 verb_timed -0.0052 event 0.0081 few_words 0.0126 "
        "share 0.0230 reach 0.0189 best 0.0206 margin 0.0239 "
    ),
    "missing_other": (
        "missing_other 0.0111 slot_said -0.0190 slot_field 0.0180 slot_lacking -0.0108 uncounted 0.0322 "
        "reason_lacking -0.0049 missing_count -0.0114 extra_verb 0.0036 extra_noun -0.0064 ordinal_clash "
        "0.0249 inexact 0.0074 since 0.0038 lacking_sure -0.0093 field_only 0.0151 filler_lacking -0.0100 "
        "filler_far 0.0330 reason_reversed 0.0078 modifier_clash 0.0208 opposite 0.0064 tense_clash "
        "0.0067 about_lost 0.0061 role -0.0158 verb_asked 0.0166 verb_timed -0.0095 event 0.0113 "
        "few_words 0.0081 reach 0.0109 best -0.0090 margin -0.0082 "
    ),
    "missing_elsewhere": (
        "missing_elsewhere 0.0210 lacking_attribute -0.0169 slot_example 0.0045 slot_said -0.0064 "
        "slot_field 0.0255 slot_lacking 0.0090 slot_taken -0.0086 uncounted 0.0233 reason_lacking 0.0081 "
        "missing_count 0.0254 extra_verb -0.0069 extra_noun 0.0085 slot_gap -0.0036 ordinal_clash 0.0271 "
        "since 0.0030 lacking_sure 0.0038 field_only -0.0074 why_lacking 0.0051 speech_lacking -0.0058 "
        "filler_lacking -0.0053 filler_far 0.0188 reason_reversed 0.0134 modifier_clash 0.0316 opposite "
        "-0.0094 bare_head -0.0097 about_lost -0.0093 nameless -0.0045 identity 0.0060 role -0.0339 "
        "verb_asked 0.0036 verb_timed 0.0142 event -0.0047 few_words -0.0148 best -0.0197 margin 0.0255 "
        "second -0.0432 "
    ),
    "lacking_attribute": (
        "lacking_attribute -0.0040 slot_example 0.0121 slot_said 0.0082 slot_taken -0.0141 uncounted "
        "0.0105 reason_lacking 0.0023 missing_count -0.0066 extra_verb 0.0084 extra_noun 0.0263 slot_gap "
        "-0.0113 ordinal_clash -0.0078 inexact -0.0030 lacking_sure -0.0074 field_only 0.0066 filler_far "
        "-0.0075 tense_clash 0.0030 bare_head 0.0242 about_lost 0.0106 nameless 0.0038 role 0.0164 "
        "verb_asked -0.0037 verb_timed -0.0100 event 0.0064 few_words -0.0161 share -0.0060 reach 0.0025 "
        "best 0.0100 margin 0.0233 second -0.0104 "
    ),
    "slot_example": (
        "slot_said -0.0041 slot_field 0.0151 slot_taken -0.0058 uncounted -0.0140 missing_count 0.0145 "
        "extra_verb 0.0068 extra_noun 0.0205 ordinal_clash 0.0096 inexact -0.0165 side_clash -0.0094 "
        "lacking_sure -0.0049 speech_lacking 0.0049 filler_lacking 0.0148 filler_far 0.0066 "
        "modifier_clash 0.0114 opposite 0.0074 post_clash -0.0041 tense_clash -0.0088 asks_more -0.0043 "
        "bare_head -0.0092 about_lost -0.0132 nameless -0.0041 identity 0.0027 role 0.0044 verb_asked "
        "0.0108 verb_timed 0.0198 event 0.0056 terse_full -0.0342 few_words -0.0064 share 0.0049 best "
        "0.0062 margin 0.0072 "
    ),
    "slot_said": (
        "slot_said -0.0068 slot_taken -0.0035 uncounted -0.0030 missing_count -0.0104 extra_verb 0.0148 "
        "extra_noun -0.0046 slot_gap 0.0175 ordinal_clash -0.0137 inexact -0.0147 since 0.0048 side_clash "
        "-0.0079 lacking_sure 0.0079 filler_far 0.0024 modifier_clash -0.0363 opposite -0.0201 post_clash "
        "-0.0057 tense_clash -0.0125 asks_more -0.0022 bare_head -0.0119 about_lost 0.0145 nameless "
        "-0.0052 role 0.0446 verb_asked -0.0030 verb_timed 0.0034 event -0.0038 few_words -0.0100 share "
        "-0.0145 best 0.0094 margin 0.0164 second -0.0050 "
    ),
    "slot_field": (
        "slot_field -0.0024 slot_taken -0.0034 uncounted -0.0029 missing_count 0.0082 extra_verb -0.0122 "
        "extra_noun 0.0387 slot_gap 0.0034 ordinal_clash -0.0252 inexact -0.0052 since -0.0022 "
        "lacking_sure 0.0142 field_only -0.0053 speech_lacking -0.0062 filler_far 0.0088 modifier_clash "
        "-0.0072 post_clash -0.0057 tense_clash -0.0242 asks_more -0.0059 bare_head -0.0090 about_lost "
        "-0.0033 nameless -0.0038 identity 0.0045 verb_timed -0.0250 event -0.0052 few_words -0.0134 "
        "share -0.0058 reach 0.0145 best 0.0155 margin 0.0279 second -0.0088 "
    ),
    "slot_lacking": (
        "slot_lacking -0.0108 uncounted 0.0239 reason_lacking 0.0074 missing_count -0.0066 extra_verb "
        "0.0162 extra_noun -0.0052 slot_gap -0.0046 since -0.0022 lacking_sure 0.0122 why_lacking -0.0148 "
        "filler_lacking -0.0312 filler_far 0.0174 reason_reversed -0.0023 modifier_clash -0.0176 opposite "
        "-0.0020 tense_clash 0.0092 asks_more -0.0021 bare_head 0.0122 verb_timed -0.0112 few_words "
        "-0.0210 share -0.0160 margin 0.0091 second -0.0094 "
    ),
    "slot_taken": (
        "slot_taken -0.0079 missing_count 0.0050 extra_verb 0.0136 extra_noun 0.0145 slot_gap 0.0028 "
        "lacking_sure -0.0065 filler_far 0.0028 tense_clash -0.0024 bare_head -0.0087 role 0.0210 "
        "verb_asked 0.0033 event 0.0230 few_words -0.0042 share -0.0079 reach -0.0142 best -0.0075 margin "
        "-0.0166 second 0.0070 "
    ),
    "uncounted": (
        "uncounted 0.0036 missing_count 0.0057 extra_noun 0.0094 slot_gap -0.0032 ordinal_clash 0.0057 "
        "lacking_sure 0.0113 filler_lacking 0.0179 modifier_clash -0.0107 opposite -0.0033 tense_clash "
        "-0.0052 bare_head 0.0209 verb_asked -0.0048 few_words -0.0373 share 0.0042 reach -0.0136 best "
        "-0.0135 margin -0.0043 second -0.0102 "
    ),
    "reason_lacking": (
        "reason_lacking 0.0110 extra_verb -0.0072 extra_noun -0.0062 slot_gap 0.0083 lacking_sure -0.0029 "
        "why_lacking -0.0219 modifier_clash -0.0137 few_words 0.0065 share 0.0110 reach 0.0065 best "
        "0.0036 second 0.0052 "
    ),
    "missing_count": (
        "missing_count 0.0066 extra_verb -0.0026 extra_noun 0.0182 slot_gap 0.0105 ordinal_clash 0.0288 "
        "since -0.0032 lacking_sure 0.0126 field_only -0.0053 speech_lacking 0.0121 filler_lacking "
        "-0.0050 filler_far 0.0124 reason_reversed 0.0110 modifier_clash 0.0117 opposite 0.0113 "
        "tense_clash 0.0026 asks_more -0.0034 bare_head 0.0085 about_lost 0.0097 role -0.0258 verb_asked "
        "0.0020 event -0.0022 few_words -0.0457 share -0.0074 reach 0.0187 best 0.0022 margin 0.0089 "
        "second -0.0057 "
    ),
    "extra_verb": (
        "extra_verb -0.0051 extra_noun 0.0100 slot_gap 0.0123 ordinal_clash -0.0046 field_only -0.0031 "
        "why_lacking 0.0038 speech_lacking 0.0035 filler_lacking -0.0051 filler_far -0.0081 "
        "reason_reversed 0.0047 modifier_clash 0.0053 opposite -0.0137 tense_clash 0.0167 bare_head "
        "-0.0116 role -0.0026 verb_asked -0.0043 verb_timed 0.0088 event -0.0146 few_words -0.0096 share "
        "-0.0020 best -0.0089 margin -0.0037 second -0.0059 "
    ),
    "extra_noun": (
        "extra_noun 0.0185 slot_gap 0.0175 ordinal_clash 0.0024 since -0.0030 lacking_sure 0.0049 "
        "field_only -0.0028 filler_lacking 0.0146 filler_far 0.0332 opposite 0.0031 tense_clash 0.0095 "
        "asks_more -0.0031 bare_head -0.0035 about_lost 0.0024 role -0.0197 verb_asked 0.0156 verb_timed "
        "-0.0138 few_words -0.0322 share -0.0095 best -0.0206 margin -0.0102 second -0.0123 "
    ),
    "slot_gap": (
        "slot_gap -0.0109 ordinal_clash 0.0022 since -0.0116 side_clash 0.0076 lacking_sure 0.0056 "
        "field_only 0.0077 why_lacking -0.0106 speech_lacking -0.0112 filler_lacking 0.0027 "
        "reason_reversed -0.0072 modifier_clash 0.0255 opposite 0.0025 tense_clash 0.0207 asks_more "
        "-0.0072 bare_head 0.0070 nameless -0.0046 role -0.0055 verb_asked -0.0143 verb_timed -0.0025 "
        "event 0.0176 few_words -0.0121 share -0.0081 reach -0.0034 best -0.0061 margin -0.0268 second "
        "0.0176 "
    ),
    "ordinal_clash": (
        "lacking_sure -0.0027 filler_lacking -0.0027 filler_far -0.0042 modifier_clash -0.0236 bare_head "
        "-0.0033 role -0.0055 verb_asked -0.0035 verb_timed 0.0075 event -0.0110 few_words -0.0150 reach "
        "-0.0149 best -0.0115 margin -0.0080 second -0.0048 "
    ),
    "inexact": (
        "inexact -0.0173 field_only 0.0232 verb_timed -0.0029 event -0.0176 few_words -0.0134 share "
        "-0.0173 reach -0.0122 best -0.0145 margin -0.0115 second -0.0048 "
    ),
    "since": (
        "since -0.0084 field_only -0.0052 filler_lacking -0.0022 filler_far 0.0170 verb_timed -0.0035 "
        "event -0.0051 few_words -0.0031 share -0.0084 reach -0.0082 best -0.0051 second -0.0048 "
    ),
    "side_clash": ("tense_clash 0.0194 role 0.0026 event 0.0025 best -0.0072 margin -0.0036 second -0.0042 "),
    "lacking_sure": (
        "lacking_sure -0.0107 field_only -0.0036 filler_lacking 0.0024 modifier_clash 0.0075 tense_clash "
        "-0.0026 bare_head 0.0337 role -0.0061 verb_asked 0.0113 event 0.0070 terse_full -0.0053 "
        "few_words -0.0310 share -0.0113 reach -0.0120 best -0.0115 margin 0.0141 second -0.0245 "
    ),
    "field_only": (
        "field_only -0.0124 filler_far 0.0130 modifier_clash 0.0072 tense_clash -0.0080 verb_timed "
        "-0.0215 share -0.0124 best -0.0039 margin -0.0140 second 0.0085 "
    ),
    "why_lacking": (
        "why_lacking -0.0219 few_words -0.0133 share -0.0219 reach -0.0118 best -0.0090 margin -0.0092 "
    ),
    "speech_lacking": (
        "speech_lacking -0.0146 few_words -0.0072 share -0.0146 reach -0.0189 best -0.0160 margin -0.0146 "
        "second -0.0035 "
    ),
    "filler_lacking": (
        "filler_lacking -0.0121 modifier_clash 0.0142 tense_clash -0.0082 bare_head -0.0200 nameless "
        "-0.0046 verb_timed -0.0080 few_words -0.0100 share -0.0133 reach -0.0097 margin -0.0078 second "
        "0.0071 "
    ),
    "filler_far": (
        "filler_far -0.0349 modifier_clash -0.0233 tense_clash -0.0184 asks_more -0.0025 about_lost "
        "0.0233 nameless -0.0039 role 0.0029 verb_asked -0.0064 verb_timed 0.0236 event 0.0159 few_words "
        "-0.0116 share 0.0199 reach -0.0090 best -0.0064 margin -0.0082 "
    ),
    "reason_reversed": (
        "modifier_clash -0.0023 about_lost 0.0172 few_words -0.0040 reach -0.0109 best -0.0096 margin "
        "-0.0182 second 0.0064 "
    ),
    "modifier_clash": (
        "modifier_clash -0.0050 opposite -0.0184 tense_clash 0.0089 bare_head 0.0049 role -0.0156 "
        "verb_asked 0.0281 verb_timed 0.0150 event -0.0183 terse_full 0.0228 few_words -0.0114 share "
        "-0.0050 reach -0.0068 best -0.0090 margin 0.0030 second -0.0120 "
    ),
    "opposite": (
        "opposite 0.0031 bare_head 0.0066 verb_asked 0.0073 verb_timed -0.0133 event -0.0185 few_words "
        "-0.0020 share 0.0031 reach -0.0071 best -0.0122 margin -0.0133 "
    ),
    "post_clash": (
        "post_clash -0.0132 few_words -0.0094 share -0.0132 reach -0.0096 best -0.0067 margin -0.0079 "
    ),
    "tense_clash": (
        "tense_clash -0.0094 bare_head 0.0043 verb_asked -0.0032 verb_timed -0.0180 event -0.0201 "
        "terse_full -0.0062 share -0.0094 best -0.0091 margin -0.0161 second 0.0049 "
    ),
    "asks_more": (
        "asks_more -0.0171 bare_head 0.0156 verb_timed -0.0031 few_words -0.0138 share -0.0167 reach "
        "-0.0096 best -0.0107 margin -0.0103 "
    ),
    "bare_head": (
        "bare_head 0.0087 nameless 0.0094 role 0.0023 verb_asked -0.0021 verb_timed 0.0047 few_words "
        "0.0181 share 0.0087 reach -0.0031 best -0.0158 margin -0.0203 "
    ),
    "about_lost": (
        "about_lost 0.0020 role -0.0478 few_words -0.0074 share 0.0021 reach -0.0024 best -0.0064 margin "
        "-0.0042 second -0.0030 "
    ),
    "nameless": (
        "nameless -0.0196 event -0.0029 few_words -0.0168 share -0.0196 reach -0.0099 best -0.0064 second "
        "-0.0060 "
    ),
    "identity": ("identity 0.0104 terse_full 0.0061 share 0.0104 margin 0.0056 second -0.0033 "),
    "role": (
        "role -0.0023 event 0.0185 few_words 0.0229 share -0.0024 reach 0.0049 best 0.0135 margin 0.0297 "
        "second -0.0125 "
    ),
    "verb_asked": ("verb_asked 0.0121 event 0.0210 few_words -0.0219 margin -0.0060 second 0.0041 "),
    "verb_timed": (
        "verb_timed 0.0238 event -0.0131 share -0.0045 reach -0.0081 best -0.0038 margin -0.0288 second "
        "0.0217 "
    ),
    "event": ("event -0.0130 few_words 0.0222 share -0.0120 reach -0.0058 best 0.0056 margin 0.0085 "),
    "terse_full": (
        "terse_full -0.0041 few_words 0.0215 share -0.0041 reach 0.0037 best 0.0067 margin 0.0395 second "
        "-0.0284 "
    ),
    "few_words": ("few_words 0.0244 share -0.0572 reach 0.0295 best 0.0340 margin 0.0167 second 0.0202 "),
    "share": ("share -0.0282 reach 0.0371 best 0.0262 margin 0.0467 second -0.0147 "),
    "reach": ("reach 0.0295 best 0.0279 margin 0.0221 second 0.0091 "),
    "best": ("best 0.0303 margin 0.0218 second 0.0118 "),
    "margin": ("margin -0.0597 second 0.0757 "),
    "second": ("second -0.0553 "),
}
