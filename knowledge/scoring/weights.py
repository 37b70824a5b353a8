"""Weights fitted by `python -m tests.fit` on the tuning questions; not to be edited by hand."""

RANK = {
    "cover_says": 0.9621,
    "example": 0.2547,
    "example_slot": 1.1210,
    "example_back": 2.0321,
    "loose": -0.8494,
    "missing_ordinal": -0.0899,
    "missing_number": -1.5639,
    "missing_name": -0.4736,
    "missing_head": -0.1866,
    "missing_noun": -0.4256,
    "missing_other": -0.4736,
    "lacking_attribute": -1.0312,
    "slot_example": 0.6558,
    "slot_said": 0.8964,
    "slot_field": -0.2659,
    "slot_lacking": -0.6726,
    "slot_taken": -0.8135,
    "uncounted": -1.6262,
    "reason_lacking": -1.4164,
    "extra_verb": -0.1500,
    "extra_noun": -0.1887,
    "slot_gap": -0.2979,
    "ordinal_clash": -2.8588,
    "inexact": -4.3784,
    "since": -1.6444,
    "side_clash": -2.4366,
    "lacking_sure": -0.3162,
    "field_only": -0.7450,
    "why_lacking": -0.5728,
    "speech_lacking": -1.7127,
    "filler_lacking": -0.4163,
    "filler_far": -0.5224,
    "modifier_clash": -0.0830,
    "post_clash": -0.8444,
    "tense_clash": -2.6442,
    "bare_head": -0.1877,
    "about_lost": -0.5563,
    "nameless": -3.0159,
    "identity": 1.3441,
    "role": 0.2581,
    "event": 1.1935,
    "share": 1.6750,
    "reach": 6.5031,
}
ACCEPT_BIAS = -0.1568
BOUND = 5.0
UNITS = {
    "cover": 3.0937,
    "cover_spoken": 3.0845,
    "cover_says": 2.8813,
    "example": 3.4159,
    "example_slot": 3.3698,
    "example_back": 2.9706,
    "letters": 3.3136,
    "loose": 4.4858,
    "missing_ordinal": 7.2536,
    "missing_number": 7.0622,
    "missing_name": 2.4915,
    "missing_attribute": 3.1087,
    "missing_head": 4.1532,
    "missing_relation": 9.0432,
    "missing_noun": 1.5287,
    "missing_verb": 2.1423,
    "missing_other": 2.7811,
    "missing_elsewhere": 1.8584,
    "lacking_attribute": 3.2186,
    "slot_example": 2.2344,
    "slot_said": 2.1676,
    "slot_field": 2.1568,
    "slot_lacking": 3.3946,
    "slot_taken": 18.0978,
    "uncounted": 4.2136,
    "reason_lacking": 7.7146,
    "missing_count": 2.7415,
    "extra_verb": 4.8344,
    "extra_noun": 2.8866,
    "slot_gap": 4.0437,
    "ordinal_clash": 7.4458,
    "inexact": 14.4024,
    "since": 18.6110,
    "side_clash": 38.6986,
    "lacking_sure": 4.6936,
    "field_only": 7.0491,
    "why_lacking": 10.0390,
    "speech_lacking": 14.5701,
    "filler_lacking": 4.5810,
    "filler_far": 4.8031,
    "reason_reversed": 48.2620,
    "modifier_clash": 5.2619,
    "opposite": 13.6437,
    "post_clash": 29.2608,
    "tense_clash": 6.6169,
    "asks_more": 24.0899,
    "bare_head": 9.9038,
    "about_lost": 8.6556,
    "nameless": 14.1615,
    "identity": 8.5352,
    "role": 4.9989,
    "verb_asked": 4.2188,
    "verb_timed": 4.5917,
    "event": 6.0474,
    "terse_full": 5.0975,
    "few_words": 13.5659,
    "share": 11.3397,
    "reach": 2.9211,
    "best": 0.2632,
    "margin": 0.3147,
    "second": 0.2723,
}
ACCEPT = {
    "cover": -0.0141,
    "cover_spoken": 0.0113,
    "cover_says": 0.0046,
    "example": 0.0240,
    "example_slot": -0.0066,
    "example_back": 0.0043,
    "letters": -0.0047,
    "loose": 0.0308,
    "missing_ordinal": -0.0084,
    "missing_number": -0.0279,
    "missing_name": -0.0763,
    "missing_attribute": 0.0076,
    "missing_head": 0.0006,
    "missing_relation": -0.0043,
    "missing_noun": -0.0441,
    "missing_verb": 0.0437,
    "missing_other": 0.0006,
    "missing_elsewhere": 0.0053,
    "lacking_attribute": -0.0201,
    "slot_example": 0.0062,
    "slot_said": -0.0259,
    "slot_field": -0.0125,
    "slot_lacking": -0.0332,
    "slot_taken": -0.0165,
    "uncounted": 0.0045,
    "reason_lacking": 0.0181,
    "missing_count": -0.0163,
    "extra_verb": 0.0015,
    "extra_noun": -0.0169,
    "slot_gap": -0.0127,
    "ordinal_clash": -0.0047,
    "inexact": -0.0375,
    "since": -0.0242,
    "side_clash": -0.0022,
    "lacking_sure": -0.0167,
    "field_only": -0.0229,
    "why_lacking": -0.0376,
    "speech_lacking": -0.0301,
    "filler_lacking": -0.0272,
    "filler_far": 0.0308,
    "reason_reversed": 0.0058,
    "modifier_clash": -0.0069,
    "opposite": 0.0044,
    "post_clash": -0.0270,
    "tense_clash": -0.0160,
    "asks_more": -0.0357,
    "bare_head": 0.0133,
    "about_lost": 0.0090,
    "nameless": -0.0363,
    "identity": 0.0178,
    "role": -0.0007,
    "verb_asked": -0.0090,
    "verb_timed": -0.0094,
    "event": -0.0325,
    "terse_full": -0.0048,
    "few_words": -0.1121,
    "share": -0.0542,
    "reach": 0.0747,
    "best": 0.0265,
    "margin": 0.0663,
    "second": -0.0296,
}
PAIRS = {
    "cover": (
        "cover -0.0131 cover_spoken -0.0042 cover_says -0.0153 example 0.0088 example_slot 0.0094 "
        "example_back 0.0047 letters -0.0076 loose 0.0124 missing_ordinal -0.0113 missing_number -0.0026 "
        "missing_name -0.0162 missing_attribute 0.0023 missing_relation 0.0060 missing_noun 0.0284 "
        "missing_verb 0.0132 missing_other 0.0101 missing_elsewhere -0.0170 lacking_attribute 0.0079 "
        "slot_example -0.0037 slot_field 0.0075 slot_lacking -0.0084 slot_taken -0.0135 uncounted -0.0097 "
        "reason_lacking 0.0034 missing_count 0.0120 extra_verb -0.0054 slot_gap -0.0140 ordinal_clash "
        "-0.0147 inexact -0.0143 since -0.0080 lacking_sure -0.0130 field_only -0.0032 why_lacking "
        "-0.0118 speech_lacking -0.0216 filler_lacking -0.0156 filler_far -0.0147 reason_reversed -0.0161 "
        "modifier_clash -0.0153 opposite -0.0109 post_clash -0.0111 tense_clash -0.0047 asks_more -0.0140 "
        "bare_head -0.0060 nameless -0.0108 role 0.0191 verb_asked -0.0047 verb_timed -0.0163 event "
        "-0.0083 terse_full 0.0027 few_words -0.0073 share -0.0080 best 0.0058 margin 0.0069 "
    ),
    "cover_spoken": (
        "cover_spoken 0.0037 cover_says -0.0060 example 0.0175 example_slot 0.0082 example_back 0.0078 "
        "letters 0.0064 loose 0.0060 missing_ordinal -0.0109 missing_name -0.0152 missing_noun 0.0243 "
        "missing_verb 0.0181 missing_other 0.0120 missing_elsewhere -0.0170 lacking_attribute 0.0035 "
        "slot_said 0.0060 slot_lacking -0.0036 slot_taken -0.0120 uncounted -0.0089 reason_lacking 0.0035 "
        "missing_count 0.0125 extra_verb 0.0021 slot_gap -0.0053 ordinal_clash -0.0082 inexact -0.0142 "
        "since -0.0077 lacking_sure -0.0100 why_lacking -0.0117 speech_lacking -0.0207 filler_lacking "
        "-0.0153 filler_far -0.0113 reason_reversed -0.0151 modifier_clash -0.0094 opposite -0.0107 "
        "post_clash -0.0116 asks_more -0.0139 bare_head -0.0059 about_lost -0.0044 nameless -0.0110 "
        "identity 0.0023 verb_asked -0.0061 verb_timed -0.0080 event 0.0024 terse_full 0.0056 few_words "
        "0.0056 share 0.0062 reach 0.0081 best 0.0124 margin 0.0086 second 0.0055 "
    ),
    "cover_says": (
        "cover_says -0.0158 example -0.0151 example_back -0.0140 letters -0.0211 loose 0.0629 "
        "missing_ordinal -0.0038 missing_number -0.0106 missing_name -0.0090 missing_attribute -0.0044 "
        "missing_head 0.0028 missing_relation -0.0045 missing_noun 0.0285 missing_verb 0.0045 "
        "missing_elsewhere -0.0337 lacking_attribute -0.0067 slot_example -0.0178 slot_said 0.0266 "
        "slot_field -0.0042 slot_lacking 0.0123 slot_taken -0.0088 missing_count 0.0067 extra_verb "
        "-0.0195 extra_noun -0.0115 slot_gap -0.0318 ordinal_clash 0.0070 inexact -0.0107 since -0.0036 "
        "side_clash -0.0024 lacking_sure -0.0206 why_lacking -0.0124 speech_lacking -0.0166 "
        "filler_lacking -0.0078 filler_far -0.0084 reason_reversed -0.0162 opposite -0.0156 post_clash "
        "-0.0106 tense_clash -0.0042 asks_more -0.0065 bare_head -0.0033 about_lost -0.0053 nameless "
        "-0.0088 role -0.0069 verb_asked -0.0192 verb_timed -0.0063 event -0.0082 terse_full 0.0086 "
        "few_words 0.0176 share 0.0023 best -0.0025 margin -0.0070 second 0.0036 "
    ),
    "example": (
        "example 0.0073 example_slot -0.0080 example_back 0.0236 letters -0.0198 loose 0.0285 "
        "missing_ordinal -0.0161 missing_name -0.0219 missing_attribute -0.0025 missing_head -0.0088 "
        "missing_relation 0.0041 missing_noun 0.0064 missing_verb 0.0133 missing_other 0.0126 "
        "missing_elsewhere -0.0127 lacking_attribute 0.0106 slot_field 0.0079 slot_lacking -0.0079 "
        "slot_taken -0.0064 uncounted -0.0112 reason_lacking 0.0062 missing_count -0.0033 extra_verb "
        "-0.0043 extra_noun -0.0055 slot_gap -0.0081 ordinal_clash -0.0065 inexact -0.0184 since -0.0024 "
        "side_clash -0.0070 lacking_sure -0.0150 why_lacking -0.0071 speech_lacking -0.0149 "
        "filler_lacking 0.0149 filler_far -0.0190 reason_reversed -0.0031 modifier_clash 0.0116 opposite "
        "-0.0136 post_clash 0.0104 tense_clash -0.0033 asks_more -0.0145 bare_head -0.0107 about_lost "
        "-0.0187 nameless -0.0083 identity -0.0085 role -0.0045 verb_asked -0.0074 event 0.0191 "
        "terse_full 0.0030 few_words 0.0136 share 0.0131 reach 0.0203 best 0.0169 margin 0.0060 second "
        "0.0123 "
    ),
    "example_slot": (
        "example_slot -0.0134 example_back 0.0053 letters -0.0037 loose 0.0069 missing_ordinal -0.0235 "
        "missing_number -0.0151 missing_name -0.0160 missing_attribute 0.0086 missing_head 0.0025 "
        "missing_relation 0.0138 missing_noun -0.0093 missing_verb 0.0219 missing_other 0.0025 "
        "missing_elsewhere -0.0120 lacking_attribute 0.0316 slot_field 0.0110 slot_taken -0.0070 "
        "uncounted -0.0138 missing_count -0.0126 extra_noun -0.0394 slot_gap 0.0021 ordinal_clash -0.0104 "
        "inexact -0.0166 since 0.0072 side_clash -0.0122 lacking_sure -0.0104 speech_lacking -0.0049 "
        "filler_lacking 0.0159 filler_far 0.0253 reason_reversed 0.0038 modifier_clash -0.0068 opposite "
        "-0.0143 post_clash 0.0096 tense_clash -0.0166 asks_more -0.0090 bare_head -0.0070 about_lost "
        "-0.0202 nameless -0.0042 role -0.0095 verb_asked 0.0382 event 0.0056 terse_full -0.0230 "
        "few_words 0.0122 share -0.0042 reach 0.0069 best 0.0089 margin 0.0096 "
    ),
    "example_back": (
        "example_back 0.0227 letters -0.0169 loose 0.0269 missing_ordinal -0.0171 missing_name -0.0203 "
        "missing_attribute -0.0068 missing_head -0.0039 missing_relation 0.0180 missing_noun 0.0114 "
        "missing_verb 0.0058 missing_elsewhere -0.0102 lacking_attribute 0.0223 slot_example 0.0051 "
        "slot_field 0.0171 slot_lacking 0.0030 slot_taken 0.0030 uncounted 0.0071 missing_count -0.0025 "
        "extra_verb -0.0064 extra_noun -0.0045 ordinal_clash -0.0065 inexact -0.0182 since -0.0086 "
        "side_clash -0.0053 lacking_sure -0.0147 field_only -0.0082 why_lacking -0.0093 speech_lacking "
        "-0.0148 filler_lacking 0.0139 filler_far -0.0119 reason_reversed -0.0048 modifier_clash 0.0043 "
        "opposite -0.0140 asks_more -0.0146 bare_head -0.0022 about_lost -0.0124 nameless -0.0048 "
        "identity -0.0024 role -0.0030 verb_asked -0.0083 verb_timed -0.0038 event 0.0166 terse_full "
        "0.0149 few_words -0.0097 share 0.0038 reach 0.0131 best 0.0078 margin -0.0047 second 0.0122 "
    ),
    "letters": (
        "letters -0.0199 loose -0.0109 missing_ordinal -0.0088 missing_number -0.0067 missing_name "
        "-0.0356 missing_attribute -0.0066 missing_head 0.0140 missing_relation 0.0106 missing_noun "
        "0.0246 missing_verb 0.0353 missing_other 0.0074 missing_elsewhere -0.0059 lacking_attribute "
        "-0.0078 slot_said -0.0107 slot_field 0.0027 slot_lacking 0.0049 missing_count 0.0122 extra_verb "
        "0.0155 extra_noun -0.0213 slot_gap -0.0164 inexact -0.0160 side_clash -0.0042 lacking_sure "
        "-0.0274 field_only -0.0110 why_lacking -0.0171 speech_lacking -0.0210 filler_lacking 0.0102 "
        "filler_far -0.0123 reason_reversed -0.0027 modifier_clash -0.0148 opposite -0.0168 post_clash "
        "-0.0090 tense_clash -0.0042 asks_more -0.0120 bare_head -0.0089 about_lost -0.0229 nameless "
        "-0.0041 identity -0.0131 role -0.0105 verb_timed 0.0099 event 0.0216 terse_full 0.0037 few_words "
        "-0.0045 reach 0.0118 margin -0.0211 second 0.0203 "
    ),
    "loose": (
        "loose -0.0152 missing_ordinal -0.0066 missing_number 0.0079 missing_name 0.0113 "
        "missing_attribute 0.0172 missing_head 0.0098 missing_relation -0.0074 missing_noun -0.0173 "
        "missing_verb 0.0117 missing_other -0.0082 missing_elsewhere 0.0328 lacking_attribute 0.0252 "
        "slot_example -0.0067 slot_said -0.0195 slot_field -0.0159 slot_lacking 0.0039 slot_taken -0.0027 "
        "uncounted -0.0169 missing_count -0.0040 extra_verb 0.0354 extra_noun 0.0438 slot_gap 0.0221 "
        "ordinal_clash -0.0156 inexact -0.0050 since -0.0104 side_clash 0.0077 lacking_sure 0.0259 "
        "why_lacking -0.0071 speech_lacking 0.0083 filler_lacking 0.0318 filler_far 0.0377 "
        "reason_reversed -0.0052 modifier_clash 0.0200 opposite 0.0260 post_clash 0.0112 tense_clash "
        "0.0113 bare_head 0.0061 about_lost 0.0137 identity 0.0030 role 0.0057 verb_asked 0.0130 "
        "verb_timed 0.0047 event -0.0355 terse_full -0.0190 few_words -0.0249 share 0.0160 reach 0.0118 "
        "best 0.0103 margin 0.0649 second -0.0456 "
    ),
    "missing_ordinal": (
        "missing_ordinal -0.0047 missing_number 0.0198 missing_attribute 0.0075 missing_head -0.0049 "
        "missing_noun -0.0052 missing_verb 0.0117 missing_other 0.0171 missing_elsewhere 0.0053 "
        "lacking_attribute -0.0047 slot_example -0.0094 slot_said -0.0104 slot_field -0.0025 slot_lacking "
        "-0.0021 uncounted -0.0073 missing_count 0.0154 extra_noun -0.0128 ordinal_clash 0.0129 "
        "filler_lacking -0.0031 filler_far 0.0045 modifier_clash -0.0147 role -0.0043 verb_asked -0.0044 "
        "verb_timed 0.0137 event -0.0101 few_words -0.0048 share -0.0046 reach -0.0091 best -0.0137 "
        "margin -0.0153 "
    ),
    "missing_number": (
        "missing_number -0.0155 missing_attribute 0.0051 missing_relation -0.0049 missing_verb -0.0037 "
        "missing_elsewhere 0.0199 lacking_attribute 0.0058 slot_example -0.0236 slot_said -0.0125 "
        "slot_field 0.0105 uncounted -0.0068 extra_verb 0.0089 slot_gap -0.0031 ordinal_clash 0.0195 "
        "lacking_sure -0.0027 filler_far -0.0086 modifier_clash 0.0027 tense_clash 0.0033 bare_head "
        "-0.0042 role -0.0029 verb_asked 0.0084 event -0.0056 few_words -0.0138 share -0.0155 best "
        "-0.0122 margin -0.0109 second -0.0032 "
    ),
    "missing_name": (
        "missing_name -0.0060 missing_relation 0.0139 missing_noun -0.0110 missing_verb 0.0084 "
        "missing_other 0.0078 missing_elsewhere 0.0024 lacking_attribute 0.0024 slot_example -0.0109 "
        "slot_field -0.0078 slot_lacking -0.0034 uncounted 0.0031 missing_count 0.0026 extra_verb 0.0174 "
        "extra_noun -0.0142 lacking_sure -0.0026 speech_lacking 0.0108 filler_lacking 0.0098 filler_far "
        "-0.0031 tense_clash -0.0024 bare_head -0.0024 about_lost 0.0048 role -0.0051 verb_asked 0.0100 "
        "verb_timed 0.0074 few_words -0.0348 share -0.0419 reach -0.0135 best -0.0188 margin -0.0118 "
        "second -0.0092 "
    ),
    "missing_attribute": (
        "missing_head 0.0032 missing_noun 0.0040 missing_verb -0.0138 missing_other -0.0194 "
        "missing_elsewhere 0.0105 lacking_attribute -0.0221 slot_example 0.0056 slot_said 0.0137 "
        "slot_field -0.0156 slot_lacking 0.0149 slot_taken -0.0117 uncounted 0.0107 reason_lacking 0.0060 "
        "missing_count 0.0041 extra_verb 0.0135 extra_noun -0.0114 ordinal_clash 0.0046 lacking_sure "
        "0.0057 field_only -0.0035 filler_lacking -0.0025 filler_far -0.0041 reason_reversed 0.0134 "
        "modifier_clash 0.0227 opposite 0.0038 tense_clash -0.0030 bare_head 0.0076 about_lost 0.0077 "
        "nameless 0.0025 role 0.0199 verb_asked -0.0062 verb_timed 0.0038 event 0.0032 few_words -0.0073 "
        "share 0.0046 reach 0.0040 margin 0.0161 second -0.0160 "
    ),
    "missing_head": (
        "missing_head -0.0054 missing_relation 0.0107 missing_noun -0.0035 missing_verb 0.0030 "
        "missing_other -0.0367 missing_elsewhere 0.0220 lacking_attribute 0.0048 slot_example -0.0071 "
        "slot_said 0.0142 slot_field 0.0054 slot_taken 0.0098 uncounted 0.0027 missing_count -0.0084 "
        "extra_verb -0.0064 extra_noun 0.0094 slot_gap 0.0069 ordinal_clash 0.0098 lacking_sure 0.0155 "
        "filler_lacking -0.0062 modifier_clash -0.0050 opposite 0.0107 tense_clash 0.0042 bare_head "
        "0.0076 role -0.0075 verb_asked -0.0228 verb_timed -0.0036 event 0.0050 few_words -0.0239 margin "
        "-0.0182 second 0.0140 "
    ),
    "missing_relation": (
        "missing_relation -0.0020 missing_noun -0.0195 missing_verb -0.0099 missing_other -0.0049 "
        "missing_elsewhere 0.0212 lacking_attribute 0.0021 slot_example 0.0139 slot_said -0.0151 "
        "slot_field -0.0262 slot_lacking 0.0143 slot_taken 0.0055 uncounted 0.0160 reason_lacking -0.0043 "
        "missing_count 0.0060 extra_verb 0.0043 extra_noun 0.0277 ordinal_clash -0.0040 lacking_sure "
        "0.0059 why_lacking -0.0043 speech_lacking -0.0092 filler_lacking 0.0152 filler_far -0.0022 "
        "reason_reversed -0.0024 modifier_clash 0.0065 opposite 0.0219 bare_head 0.0057 verb_asked "
        "-0.0100 verb_timed -0.0064 event -0.0117 share -0.0025 reach 0.0042 best 0.0039 margin 0.0125 "
        "second -0.0068 "
    ),
    "missing_noun": (
        "missing_noun -0.0226 missing_verb -0.0287 missing_other -0.0304 lacking_attribute -0.0143 "
        "slot_example 0.0040 slot_said -0.0086 slot_field 0.0066 slot_lacking -0.0099 slot_taken 0.0073 "
        "uncounted -0.0041 missing_count -0.0197 extra_verb -0.0074 extra_noun 0.0175 slot_gap 0.0121 "
        "ordinal_clash 0.0069 since -0.0022 lacking_sure -0.0050 field_only -0.0066 why_lacking -0.0022 "
        "speech_lacking 0.0062 filler_lacking 0.0073 filler_far 0.0046 reason_reversed 0.0199 "
        "modifier_clash -0.0142 opposite -0.0054 tense_clash -0.0084 bare_head -0.0045 role -0.0181 "
        "verb_asked 0.0024 verb_timed -0.0059 event -0.0040 few_words -0.0482 share -0.0225 reach 0.0289 "
        "best 0.0194 margin 0.0103 second 0.0112 "
    ),
    "missing_verb": (
        "missing_verb 0.0056 missing_other -0.0235 missing_elsewhere -0.0293 lacking_attribute -0.0192 "
        "slot_example 0.0336 slot_said -0.0044 slot_field -0.0248 slot_lacking -0.0053 slot_taken 0.0025 "
        "uncounted 0.0022 missing_count -0.0097 extra_verb -0.0031 slot_gap -0.0032 field_only -0.0068 "
        "why_lacking 0.0042 speech_lacking 0.0100 filler_lacking -0.0056 filler_far 0.0200 "
        "reason_reversed 0.0023 modifier_clash 0.0145 opposite 0.0167 tense_clash 0.0029 asks_more 0.0032 "
        "bare_head 0.0172 about_lost 0.0058 identity 0.0047 role -0.0070 verb_asked 0.0098 verb_timed "
        "-0.0064 event 0.0066 few_words 0.0210 share 0.0287 reach 0.0210 best 0.0212 margin 0.0202 second "
        "0.0044 "
    ),
    "missing_other": (
        "missing_other 0.0141 missing_elsewhere -0.0044 lacking_attribute -0.0043 slot_example -0.0039 "
        "slot_said -0.0156 slot_field 0.0226 slot_lacking -0.0117 uncounted 0.0252 reason_lacking -0.0042 "
        "missing_count -0.0200 extra_verb -0.0032 extra_noun -0.0124 slot_gap -0.0031 ordinal_clash "
        "0.0294 inexact 0.0066 since 0.0024 field_only 0.0136 filler_far 0.0340 reason_reversed 0.0054 "
        "modifier_clash 0.0222 opposite 0.0066 tense_clash 0.0133 bare_head 0.0036 about_lost 0.0032 role "
        "-0.0191 verb_asked 0.0082 event 0.0108 few_words 0.0105 reach 0.0130 best -0.0075 margin -0.0029 "
        "second -0.0051 "
    ),
    "missing_elsewhere": (
        "missing_elsewhere 0.0209 lacking_attribute -0.0177 slot_example 0.0098 slot_said -0.0110 "
        "slot_field 0.0350 slot_lacking 0.0094 slot_taken -0.0110 uncounted 0.0023 reason_lacking 0.0122 "
        "missing_count 0.0233 extra_verb -0.0123 extra_noun 0.0104 slot_gap -0.0129 ordinal_clash 0.0220 "
        "since -0.0053 lacking_sure 0.0028 field_only -0.0062 why_lacking 0.0054 speech_lacking -0.0057 "
        "filler_lacking 0.0045 filler_far 0.0111 reason_reversed 0.0236 modifier_clash 0.0240 opposite "
        "-0.0074 bare_head -0.0150 about_lost -0.0074 nameless -0.0040 identity 0.0055 role -0.0280 "
        "verb_asked -0.0022 verb_timed 0.0234 event -0.0094 few_words -0.0176 share 0.0059 reach 0.0027 "
        "best -0.0157 margin 0.0215 second -0.0347 "
    ),
    "lacking_attribute": (
        "lacking_attribute -0.0072 slot_example 0.0208 slot_said 0.0177 slot_field -0.0031 slot_taken "
        "-0.0116 uncounted 0.0059 reason_lacking 0.0037 missing_count -0.0111 extra_verb 0.0111 "
        "extra_noun 0.0177 slot_gap -0.0139 ordinal_clash -0.0079 inexact -0.0022 lacking_sure -0.0060 "
        "field_only 0.0064 filler_far -0.0039 reason_reversed 0.0140 opposite 0.0077 tense_clash 0.0046 "
        "bare_head 0.0221 about_lost 0.0172 nameless 0.0051 role 0.0186 verb_asked -0.0024 verb_timed "
        "-0.0071 event 0.0083 few_words -0.0217 share -0.0109 reach 0.0041 best 0.0057 margin 0.0205 "
        "second -0.0119 "
    ),
    "slot_example": (
        "slot_said -0.0069 slot_field 0.0161 slot_taken -0.0053 uncounted -0.0181 missing_count 0.0132 "
        "extra_verb 0.0091 extra_noun 0.0119 slot_gap -0.0020 inexact -0.0169 side_clash -0.0086 "
        "lacking_sure 0.0027 speech_lacking 0.0041 filler_lacking 0.0181 filler_far 0.0069 "
        "reason_reversed 0.0031 modifier_clash 0.0081 opposite 0.0100 post_clash -0.0049 tense_clash "
        "-0.0112 asks_more -0.0041 bare_head -0.0090 about_lost -0.0084 nameless -0.0044 identity 0.0047 "
        "role 0.0084 verb_asked 0.0151 verb_timed 0.0174 terse_full -0.0336 few_words -0.0095 share "
        "0.0061 reach 0.0039 margin 0.0128 second -0.0093 "
    ),
    "slot_said": (
        "slot_said -0.0062 slot_field 0.0044 slot_taken -0.0040 uncounted -0.0038 missing_count -0.0094 "
        "extra_verb 0.0153 slot_gap 0.0226 ordinal_clash -0.0093 inexact -0.0142 since 0.0025 side_clash "
        "-0.0083 lacking_sure 0.0214 filler_far 0.0042 modifier_clash -0.0349 opposite -0.0254 post_clash "
        "-0.0065 tense_clash -0.0152 asks_more -0.0029 bare_head -0.0096 about_lost 0.0113 nameless "
        "-0.0048 role 0.0553 verb_asked -0.0029 verb_timed -0.0058 event -0.0100 few_words -0.0032 share "
        "-0.0119 reach 0.0037 best 0.0084 margin 0.0198 second -0.0082 "
    ),
    "slot_field": (
        "slot_field -0.0030 slot_taken -0.0040 uncounted -0.0037 missing_count 0.0049 extra_verb -0.0174 "
        "extra_noun 0.0448 slot_gap -0.0029 ordinal_clash -0.0269 inexact -0.0046 since -0.0140 "
        "lacking_sure 0.0215 field_only -0.0055 speech_lacking -0.0072 filler_far 0.0116 modifier_clash "
        "0.0024 post_clash -0.0065 tense_clash -0.0210 asks_more -0.0074 bare_head -0.0139 nameless "
        "-0.0055 identity 0.0043 verb_asked -0.0047 verb_timed -0.0261 event -0.0078 few_words -0.0164 "
        "share -0.0052 reach 0.0146 best 0.0090 margin 0.0175 second -0.0059 "
    ),
    "slot_lacking": (
        "slot_lacking -0.0125 uncounted 0.0292 reason_lacking 0.0068 missing_count -0.0059 extra_verb "
        "0.0220 extra_noun -0.0084 slot_gap -0.0051 ordinal_clash -0.0022 lacking_sure 0.0116 why_lacking "
        "-0.0142 filler_lacking -0.0378 filler_far 0.0111 reason_reversed -0.0026 modifier_clash -0.0190 "
        "tense_clash 0.0087 bare_head 0.0129 verb_asked -0.0028 verb_timed -0.0113 few_words -0.0205 "
        "share -0.0184 margin 0.0041 second -0.0035 "
    ),
    "slot_taken": (
        "slot_taken -0.0092 missing_count 0.0048 extra_verb 0.0142 extra_noun 0.0101 lacking_sure -0.0050 "
        "filler_far 0.0093 bare_head -0.0035 role 0.0261 verb_asked 0.0049 event 0.0123 few_words -0.0036 "
        "share -0.0092 reach -0.0131 best -0.0087 margin -0.0091 "
    ),
    "uncounted": (
        "uncounted 0.0021 missing_count 0.0035 extra_verb -0.0073 extra_noun 0.0065 slot_gap 0.0033 "
        "ordinal_clash 0.0070 lacking_sure 0.0055 filler_lacking 0.0062 modifier_clash -0.0110 opposite "
        "-0.0086 tense_clash -0.0051 bare_head 0.0180 verb_asked -0.0047 event -0.0020 few_words -0.0352 "
        "share 0.0025 reach -0.0120 best -0.0085 margin -0.0034 second -0.0059 "
    ),
    "reason_lacking": (
        "reason_lacking 0.0101 extra_verb -0.0046 extra_noun -0.0112 slot_gap 0.0074 lacking_sure -0.0041 "
        "why_lacking -0.0209 modifier_clash -0.0144 few_words 0.0025 share 0.0101 reach 0.0041 best "
        "0.0032 second 0.0041 "
    ),
    "missing_count": (
        "missing_count 0.0020 extra_verb -0.0055 extra_noun 0.0158 slot_gap 0.0122 ordinal_clash 0.0257 "
        "since -0.0028 lacking_sure 0.0127 field_only -0.0056 speech_lacking 0.0119 filler_far 0.0180 "
        "reason_reversed 0.0197 modifier_clash 0.0122 opposite 0.0125 tense_clash 0.0027 bare_head 0.0082 "
        "about_lost 0.0104 role -0.0229 event -0.0032 few_words -0.0453 share -0.0057 reach 0.0204 margin "
        "0.0043 second -0.0047 "
    ),
    "extra_verb": (
        "extra_verb -0.0050 extra_noun 0.0083 slot_gap 0.0128 ordinal_clash -0.0071 since 0.0071 "
        "lacking_sure 0.0038 why_lacking 0.0112 speech_lacking 0.0045 filler_lacking -0.0031 filler_far "
        "-0.0035 reason_reversed 0.0039 modifier_clash 0.0129 opposite -0.0112 tense_clash 0.0141 "
        "bare_head -0.0057 about_lost 0.0065 role -0.0029 verb_asked -0.0116 verb_timed 0.0091 event "
        "-0.0108 few_words -0.0096 share 0.0035 best -0.0119 margin -0.0066 second -0.0067 "
    ),
    "extra_noun": (
        "extra_noun 0.0184 slot_gap 0.0203 ordinal_clash 0.0055 field_only -0.0052 why_lacking -0.0047 "
        "filler_lacking 0.0201 filler_far 0.0408 opposite 0.0026 tense_clash 0.0104 about_lost -0.0025 "
        "role -0.0213 verb_asked 0.0176 verb_timed -0.0135 event -0.0033 few_words -0.0323 share -0.0089 "
        "best -0.0182 margin -0.0062 second -0.0134 "
    ),
    "slot_gap": (
        "slot_gap -0.0121 ordinal_clash 0.0048 since -0.0114 side_clash 0.0070 lacking_sure 0.0031 "
        "why_lacking -0.0084 speech_lacking -0.0117 filler_far -0.0047 reason_reversed -0.0083 "
        "modifier_clash 0.0275 tense_clash 0.0201 asks_more -0.0063 bare_head 0.0042 nameless -0.0048 "
        "role -0.0029 verb_asked -0.0174 event 0.0182 few_words -0.0177 share -0.0069 best -0.0045 margin "
        "-0.0202 second 0.0127 "
    ),
    "ordinal_clash": (
        "ordinal_clash -0.0026 lacking_sure -0.0028 field_only -0.0021 filler_lacking -0.0033 "
        "modifier_clash -0.0310 bare_head -0.0038 role -0.0067 verb_asked -0.0056 verb_timed 0.0047 event "
        "-0.0093 few_words -0.0155 share -0.0026 reach -0.0104 best -0.0078 margin -0.0064 second -0.0025 "
    ),
    "inexact": (
        "inexact -0.0208 field_only 0.0209 verb_timed -0.0037 event -0.0166 few_words -0.0171 share "
        "-0.0208 reach -0.0134 best -0.0155 margin -0.0124 second -0.0053 "
    ),
    "since": (
        "since -0.0135 field_only -0.0079 event -0.0108 share -0.0135 reach -0.0069 margin 0.0054 second "
        "-0.0067 "
    ),
    "side_clash": (
        "modifier_clash -0.0022 tense_clash 0.0176 role 0.0023 event 0.0022 best -0.0077 margin -0.0039 "
        "second -0.0046 "
    ),
    "lacking_sure": (
        "lacking_sure -0.0087 field_only -0.0035 filler_lacking 0.0091 filler_far -0.0040 modifier_clash "
        "0.0029 opposite 0.0139 tense_clash -0.0028 bare_head 0.0282 about_lost 0.0149 role 0.0060 "
        "verb_asked 0.0096 verb_timed 0.0045 event 0.0061 terse_full -0.0065 few_words -0.0327 share "
        "-0.0092 reach -0.0108 best -0.0136 margin 0.0116 second -0.0242 "
    ),
    "field_only": (
        "field_only -0.0127 filler_far 0.0100 modifier_clash 0.0044 opposite -0.0076 tense_clash -0.0067 "
        "verb_timed -0.0134 event 0.0069 few_words 0.0080 share -0.0127 best -0.0062 margin -0.0105 "
        "second 0.0026 "
    ),
    "why_lacking": (
        "why_lacking -0.0209 few_words -0.0135 share -0.0209 reach -0.0109 best -0.0073 margin -0.0128 "
        "second 0.0036 "
    ),
    "speech_lacking": (
        "speech_lacking -0.0167 few_words -0.0072 share -0.0167 reach -0.0191 best -0.0185 margin -0.0156 "
        "second -0.0056 "
    ),
    "filler_lacking": (
        "filler_lacking -0.0139 modifier_clash 0.0101 tense_clash -0.0084 bare_head -0.0085 nameless "
        "-0.0034 verb_timed -0.0087 share -0.0151 reach -0.0109 margin -0.0148 second 0.0123 "
    ),
    "filler_far": (
        "filler_far -0.0397 modifier_clash -0.0184 tense_clash -0.0183 about_lost 0.0201 nameless -0.0034 "
        "role 0.0068 verb_timed 0.0221 event 0.0200 few_words -0.0090 share 0.0171 reach -0.0078 best "
        "-0.0023 margin -0.0076 second 0.0042 "
    ),
    "reason_reversed": (
        "reason_reversed 0.0032 modifier_clash -0.0024 about_lost 0.0139 few_words -0.0049 share 0.0032 "
        "reach -0.0147 best -0.0129 margin -0.0212 second 0.0050 "
    ),
    "modifier_clash": (
        "modifier_clash -0.0038 opposite -0.0176 tense_clash 0.0112 bare_head 0.0168 about_lost -0.0027 "
        "role -0.0163 verb_asked 0.0315 verb_timed 0.0176 event -0.0171 terse_full 0.0216 few_words "
        "-0.0077 share -0.0042 reach -0.0106 best -0.0071 margin 0.0084 second -0.0146 "
    ),
    "opposite": (
        "opposite 0.0025 bare_head 0.0062 verb_asked 0.0104 verb_timed -0.0159 event -0.0329 few_words "
        "-0.0031 share 0.0025 reach -0.0089 best -0.0163 margin -0.0224 second 0.0026 "
    ),
    "post_clash": (
        "post_clash -0.0150 few_words -0.0100 share -0.0150 reach -0.0108 best -0.0083 margin -0.0105 "
    ),
    "tense_clash": (
        "tense_clash -0.0089 bare_head 0.0038 verb_timed -0.0192 event -0.0159 terse_full -0.0065 "
        "few_words -0.0076 share -0.0089 best -0.0081 margin -0.0170 second 0.0063 "
    ),
    "asks_more": (
        "asks_more -0.0198 bare_head 0.0165 few_words -0.0144 share -0.0198 reach -0.0126 best -0.0139 "
        "margin -0.0137 second -0.0025 "
    ),
    "bare_head": (
        "bare_head 0.0074 nameless 0.0069 role 0.0034 verb_timed 0.0029 few_words 0.0198 share 0.0074 "
        "reach -0.0052 best -0.0112 margin -0.0221 second 0.0075 "
    ),
    "about_lost": (
        "about_lost 0.0050 role -0.0433 verb_timed -0.0035 few_words -0.0072 share 0.0051 best -0.0076 "
        "margin -0.0059 second -0.0028 "
    ),
    "nameless": (
        "nameless -0.0202 event -0.0031 few_words -0.0161 share -0.0202 reach -0.0101 best -0.0092 second "
        "-0.0082 "
    ),
    "identity": "identity 0.0099 terse_full 0.0062 share 0.0099 best 0.0021 margin 0.0078 second -0.0046",
    "role": (
        "verb_asked 0.0039 event 0.0216 terse_full 0.0023 few_words 0.0202 reach 0.0045 best 0.0068 "
        "margin 0.0263 second -0.0158 "
    ),
    "verb_asked": "verb_asked 0.0126 event 0.0124 few_words -0.0231 best -0.0043 margin -0.0044",
    "verb_timed": (
        "verb_timed 0.0192 event -0.0075 few_words 0.0102 share -0.0048 reach -0.0087 margin -0.0252 "
        "second 0.0203 "
    ),
    "event": "event -0.0132 few_words 0.0295 share -0.0180 reach -0.0059 best 0.0056 margin 0.0051",
    "terse_full": (
        "terse_full -0.0027 few_words 0.0203 share -0.0027 reach 0.0044 best 0.0031 margin 0.0440 second "
        "-0.0349 "
    ),
    "few_words": "few_words 0.0246 share -0.0579 reach 0.0349 best 0.0277 margin 0.0217 second 0.0098",
    "share": "share -0.0292 reach 0.0414 best 0.0152 margin 0.0369 second -0.0161",
    "reach": "reach 0.0328 best 0.0294 margin 0.0194 second 0.0137",
    "best": "best 0.0276 margin 0.0209 second 0.0106",
    "margin": "margin -0.0675 second 0.0802",
    "second": "second -0.0585",
}
