# سوالوں کے الفاظ۔ ان کی انگریزی law/facts میں ہے۔ ہر کلید کا نام: fact-NAME-ask، -hint، -why، -is-CODE۔

fact-carer_council-ask = آپ کس کونسل کے علاقے میں رہتے ہیں؟
fact-carer_council-hint = ہمیں وہ کونسل چاہیے جو بچوں کی خدمات چلاتی ہے۔ بعض جگہ یہ کاؤنٹی کونسل ہوتی ہے۔
fact-carer_council-why = کونسلیں الگ الگ مدد دیتی ہیں۔ بعض ایک آزمائشی منصوبے میں شامل ہیں جس میں ہفتہ وار رقم ملتی ہے۔

fact-carer_relation-ask = آپ بچے کے کیا لگتے ہیں؟
fact-carer_relation-hint = سوتیلے بہن بھائی، جن کی ماں یا باپ ایک ہو، بھی شامل ہیں۔ شادی یا سول پارٹنرشپ کے ذریعے بننے والے دادا دادی، نانا نانی، چچا، ماموں، خالہ اور پھوپھی بھی۔
fact-carer_relation-why = قانون قریبی رشتہ داروں کو دوسرے رشتہ داروں اور دوستوں سے الگ طرح دیکھتا ہے۔
fact-carer_relation-is-grandparent = دادا، دادی، نانا یا نانی
fact-carer_relation-is-sibling = بھائی یا بہن
fact-carer_relation-is-aunt_uncle = چچا، تایا، ماموں، پھوپھی یا خالہ
fact-carer_relation-is-step_parent = سوتیلی ماں یا سوتیلا باپ
fact-carer_relation-is-great_grandparent = پردادا، پردادی، پرنانا یا پرنانی
fact-carer_relation-is-great_aunt_uncle = ماں باپ کے چچا، ماموں، پھوپھی یا خالہ
fact-carer_relation-is-cousin = کزن
fact-carer_relation-is-nephew_niece = بھتیجا، بھتیجی، بھانجا یا بھانجی
fact-carer_relation-is-family_friend = خاندان کا دوست
fact-carer_relation-is-other_connected = کوئی اور جسے بچہ اچھی طرح جانتا ہے
fact-carer_relation-is-parents_cohabitee = میں بچے کی ماں یا باپ کے ساتھ رہتا ہوں / رہتی ہوں اور ہم شادی شدہ نہیں

fact-child_dob-ask = بچہ کب پیدا ہوا؟
fact-child_dob-hint = اندازے سے بتانا بھی ٹھیک ہے۔ آپ بعد میں بدل سکتے ہیں۔
fact-child_dob-why = کئی قسم کی مدد بچے کی عمر پر منحصر ہے۔

fact-child_looked_after_now-ask = کیا بچہ اس وقت کونسل کی نگہداشت (care) میں ہے؟
fact-child_looked_after_now-hint = لوگ اسے ”in care“ یا ”looked after“ کہتے ہیں۔ یہ عدالت کے حکم سے ہو سکتا ہے، یا ماں یا باپ کی رضامندی سے 24 گھنٹے سے زیادہ کے لیے۔ بچہ آپ کے ساتھ رہ کر بھی نگہداشت میں ہو سکتا ہے: تب آپ فوسٹر کیئرر ہیں، چاہے صرف فی الحال۔
fact-child_looked_after_now-why = اس سے یہ بدلتا ہے کہ بچے کا خرچ کون دیتا ہے اور فیصلے کون کرتا ہے۔

fact-order_type-ask = کیا کسی عدالت نے حکم دیا ہے کہ بچہ کہاں رہے یا کون اس کی دیکھ بھال کرے؟
fact-order_type-hint = حکم کا نام عدالت کے کاغذ کے اوپر لکھا ہوتا ہے۔ اگر دو حکم ہیں تو وہ چنیں جو کہتا ہے کہ بچہ آپ کے ساتھ رہے گا۔
fact-order_type-why = مدد کا بڑا حصہ، اور یہ کہ فیصلے کون کر سکتا ہے، حکم کی قسم پر منحصر ہے۔
fact-order_type-is-none = عدالت کا کوئی حکم نہیں
fact-order_type-is-CAO = Child arrangements order جو کہتا ہے کہ بچہ میرے ساتھ رہے گا
fact-order_type-is-RO = Residence order، جو پرانی قسم ہے
fact-order_type-is-SGO = خصوصی سرپرستی کا حکم (special guardianship order)
fact-order_type-is-adoption = گود لینے کا حکم (adoption order)
fact-order_type-is-guardian_appointment = میں سرپرست (guardian) ہوں، وصیت میں نامزد یا عدالت کا چنا ہوا
fact-order_type-is-care_order = نگہداشت کا حکم (care order)
fact-order_type-is-interim_care_order = نگہداشت کا عارضی حکم (interim care order)
fact-order_type-is-supervision = نگرانی کا حکم (supervision order)

fact-council_involvement_at_start-ask = جب بچہ آپ کے پاس آیا تو کونسل کا کیا کردار تھا؟
fact-council_involvement_at_start-hint = کونسل سے مراد سوشل ورکر یا بچوں کی خدمات کا کوئی بھی فرد ہے۔ لکھ لیں کہ انہوں نے کیا کہا اور کب۔ پیغامات ثبوت بن سکتے ہیں۔
fact-council_involvement_at_start-why = اگر اصل میں کونسل نے بچہ آپ کے پاس رکھا، تو ہو سکتا ہے کہ وہ آپ کو فوسٹرنگ کی رقم دینے کی پابند ہو۔
fact-council_involvement_at_start-is-none = اس کا کوئی کردار نہیں تھا
fact-council_involvement_at_start-is-told_after = اسے بعد میں بتایا گیا
fact-council_involvement_at_start-is-advised = اس نے مشورہ دیا، مگر فیصلہ خاندان نے کیا
fact-council_involvement_at_start-is-asked_carer = ایک سوشل ورکر نے مجھ سے کہا کہ بچے کو رکھ لوں
fact-council_involvement_at_start-is-arranged = کونسل نے انتظام کیا یا وہ بچے کو لے کر آئی
fact-council_involvement_at_start-is-told_parent_to_agree = کونسل نے ماں یا باپ سے کہا کہ اس پر راضی ہو جائیں
fact-council_involvement_at_start-is-safeguarding_ultimatum = کونسل نے کہا کہ ایسا ہونا ہی ہے، ورنہ بچہ نگہداشت (care) میں جائے گا

fact-arrangement_start-ask = بچہ آپ کے ساتھ رہنے کب آیا؟
fact-arrangement_start-hint = اندازے سے بتانا بھی ٹھیک ہے۔ اگر صرف مہینہ معلوم ہو تو مہینے کا پہلا دن لکھیں۔
fact-arrangement_start-why = بعض قاعدے پہلے سال میں زیادہ نرم ہوتے ہیں۔ بعض مدتیں اسی دن سے گنی جاتی ہیں۔

fact-arrangement_made_by-ask = یہ کیسے ہوا کہ بچہ آپ کے ساتھ رہتا ہے؟
fact-arrangement_made_by-hint = اگر ایک سے زیادہ جواب ٹھیک ہوں تو وہ چنیں جو پہلے ہوا۔
fact-arrangement_made_by-why = جہاں فیصلہ کونسل نے کیا ہو وہاں اس کی ذمہ داریاں زیادہ ہوتی ہیں۔
fact-arrangement_made_by-is-family = خاندان نے فیصلہ کیا
fact-arrangement_made_by-is-council = کونسل نے فیصلہ کیا
fact-arrangement_made_by-is-court = عدالت نے فیصلہ کیا
fact-arrangement_made_by-is-child_alone = بچہ خود آ گیا
fact-arrangement_made_by-is-death = ماں، باپ یا دیکھ بھال کرنے والے کا انتقال ہو گیا

fact-child_lives_with_carer-ask = کیا بچہ آپ کے ساتھ رہتا ہے؟
fact-child_lives_with_carer-hint = اگر آپ کا گھر اس کا اصل گھر ہے تو ہاں کہیں، چاہے وہ کبھی کبھی کسی اور کے پاس ٹھہرتا ہو۔
fact-child_lives_with_carer-why = زیادہ تر مدد اسے ملتی ہے جس کے ساتھ بچہ رہتا ہے۔

fact-child_disabled-ask = کیا بچہ معذور ہے؟
fact-child_disabled-hint = اس کا مطلب ہے: نابینا، بہرا، بول نہ سکنا، کوئی ذہنی عارضہ، یا ایسی بیماری یا معذوری جو سنگین اور دیر تک رہنے والی ہو۔ ہاں کہنے کے لیے کسی سرٹیفکیٹ کی ضرورت نہیں۔
fact-child_disabled-why = معذور بچے کا کونسل سے مدد لینے کا حق زیادہ مضبوط ہے۔

fact-carer_age-ask = آپ کی عمر کیا ہے؟
fact-carer_age-why = چند سرکاری رقمیں (benefits) دیکھ بھال کرنے والے کی عمر پر منحصر ہیں۔

fact-looked_after_ever-ask = کیا بچہ کبھی نگہداشت (care) میں رہا ہے، چاہے ایک دن کے لیے؟
fact-looked_after_ever-hint = فوسٹر گھر بھی شمار ہوتا ہے، اور وہ وقت بھی جب بچہ نگہداشت میں رہتے ہوئے آپ کے پاس تھا۔ اگر یقین نہ ہو تو اس کونسل سے پوچھیں جو خاندان کو جانتی ہے۔
fact-looked_after_ever-why = نگہداشت میں گزرا وقت اسکول کی مدد اور تھراپی کا راستہ کھول سکتا ہے۔
