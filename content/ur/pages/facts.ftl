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

fact-informed_consent_to_private_arrangement-ask = بچے کے آنے سے پہلے، کیا کونسل نے آپ کو صاف بتایا تھا کہ وہ رقم نہیں دے گی، اور کیا آپ اس پر راضی ہوئے تھے؟
fact-informed_consent_to_private_arrangement-hint = اگر کسی نے نہیں سمجھایا، یا آپ کو بعد میں پتا چلا، تو نہیں کہیں۔
fact-informed_consent_to_private_arrangement-why = نجی بندوبست کے لیے آپ کی صاف رضامندی ضروری ہے۔ اس کے بغیر آپ کونسل سے دوبارہ غور کرنے کو کہہ سکتے ہیں۔

fact-fgdm_done-ask = کیا بچے کے لیے منصوبہ بنانے کو خاندان کا اجلاس ہوا تھا؟
fact-fgdm_done-hint = اسے اکثر family group conference کہتے ہیں۔ اسے خاندان سے باہر کا کوئی شخص چلاتا ہے۔
fact-fgdm_done-why = کچھ مدد اس منصوبے سے ملتی ہے جو خاندان بناتا ہے۔

fact-has_family_network-ask = کیا خاندان کے اور لوگ یا دوست ہیں جو بچے کے لیے مدد کر سکیں؟
fact-has_family_network-why = کونسل ایسی چیزوں کے لیے رقم دے سکتی ہے جن سے خاندان کے لوگ مل کر سنبھال سکیں۔

fact-sgo_notice_given-ask = کیا آپ نے کونسل کو لکھ کر بتایا ہے کہ آپ خصوصی سرپرستی کا حکم (special guardianship order) مانگیں گے؟ یا عدالت نے کونسل سے اس کی رپورٹ مانگی ہے؟
fact-sgo_notice_given-hint = اسے نوٹس دینا کہتے ہیں۔ یہ درخواست سے چند مہینے پہلے ہوتا ہے۔
fact-sgo_notice_given-why = حکم ہونے سے پہلے آپ اپنے منصوبوں کے لیے مدد مانگ سکتے ہیں۔

fact-la_pays_for_childs_keep-ask = کیا کوئی کونسل آپ کو، یا کسی اور کو، بچے کو رکھنے کے لیے فوسٹرنگ کی رقم دیتی ہے؟
fact-la_pays_for_childs_keep-hint = اگر رقم عدالت کے حکم کے تحت ملتی ہے، یا ایک بار کی مدد ہے، تو نہیں کہیں۔
fact-la_pays_for_childs_keep-why = جب تک کونسل بچے کے رکھنے کا خرچ دیتی ہے، Child Benefit نہیں ملتا۔

fact-child_looked_after_immediately_before_order-ask = کیا بچہ عدالت کے حکم کے دن تک نگہداشت (care) میں تھا؟
fact-child_looked_after_immediately_before_order-hint = مثلاً بچہ عدالت کا حکم ہونے تک فوسٹر نگہداشت میں تھا، آپ کے پاس یا کسی اور کے پاس۔
fact-child_looked_after_immediately_before_order-why = خصوصی سرپرستی کے حکم میں اس سے طے ہوتا ہے کہ کونسل پر آپ کی ضرورت جانچنا لازم ہے یا نہیں۔

fact-likely_otherwise_looked_after-ask = اگر آپ بچے کو نہ رکھتے تو کیا وہ غالباً نگہداشت (care) میں جاتا؟
fact-likely_otherwise_looked_after-hint = یعنی بچے کی حفاظت یا بھلائی کی فکر تھی۔ سوشل ورکر اکثر اس کی تصدیق کر سکتا ہے۔
fact-likely_otherwise_looked_after-why = بعض رقموں کے قاعدے اس کے لیے نرم ہیں جو بچے کو نگہداشت میں جانے سے بچاتا ہے۔

fact-couple-ask = کیا آپ شوہر، بیوی یا ساتھی (partner) کے ساتھ رہتے ہیں؟
fact-couple-why = سرکاری رقمیں جوڑے کو ایک ساتھ دیکھتی ہیں۔

fact-child_in_england-ask = کیا بچہ عام طور پر انگلینڈ میں رہتا ہے؟
fact-child_in_england-hint = اسکاٹ لینڈ، ویلز اور شمالی آئرلینڈ کے اپنے قاعدے ہیں۔ ہم صرف انگلینڈ کے قاعدے جانتے ہیں۔
fact-child_in_england-why = دوسری جگہوں پر قانون اور مدد مختلف ہیں۔

fact-child_ehcp-ask = کیا بچے کا تعلیم، صحت اور نگہداشت کا منصوبہ (education, health and care plan) ہے؟
fact-child_ehcp-hint = اسے اکثر EHCP کہتے ہیں۔ یہ کونسل لکھتی ہے۔ اس میں وہ مدد لکھی ہوتی ہے جو اسکول میں بچے کو ملنا لازم ہے۔
fact-child_ehcp-why = منصوبہ ہو تو کچھ مدد پہلے شروع ہوتی ہے یا زیادہ دیر چلتی ہے۔

fact-likely_in_need-ask = کیا آپ کے خیال میں بچے کو صحت مند رہنے اور اچھی طرح آگے بڑھنے کے لیے اضافی مدد چاہیے؟
fact-likely_in_need-hint = صحت، پڑھائی، احساسات، رویے، اور جو کچھ ان پر گزری، سب سوچیں۔ مدد مانگنے کا یہ مطلب نہیں کہ آپ ناکام ہیں۔
fact-likely_in_need-why = اگر بچے کو اضافی مدد کی ضرورت ہو سکتی ہے تو کونسل سے کہا جا سکتا ہے کہ وہ اسے دیکھے۔

fact-child_benefit_claimant-ask = اس وقت بچے کا Child Benefit کسے ملتا ہے؟
fact-child_benefit_claimant-hint = اگر معلوم نہیں تو ہو سکتا ہے ماں یا باپ کو اب بھی ملتا ہو۔ آپ ان سے پوچھے بغیر درخواست دے سکتے ہیں۔
fact-child_benefit_claimant-why = یہ صرف ایک شخص کو مل سکتا ہے۔ اگر ابھی کسی اور کو ملتا ہے تو آپ کا چند ہفتے بعد شروع ہو سکتا ہے۔
fact-child_benefit_claimant-is-carer = مجھے ملتا ہے
fact-child_benefit_claimant-is-parent = ماں یا باپ کو
fact-child_benefit_claimant-is-someone_else = کسی اور کو
fact-child_benefit_claimant-is-nobody = کسی کو نہیں

fact-uc_household-ask = کیا آپ کو Universal Credit ملتا ہے؟
fact-uc_household-hint = اگر آپ ساتھی کے ساتھ رہتے ہیں اور مل کر لیتے ہیں تو ہاں کہیں۔
fact-uc_household-why = جب بچہ آپ کے ساتھ رہتا ہو تو Universal Credit زیادہ دے سکتا ہے، اور اس سے دوسری مدد کا راستہ کھلتا ہے۔

fact-low_income-ask = کیا گھر میں پیسوں کی تنگی ہے؟
fact-low_income-hint = یہ آپ ہی بہتر جانتے ہیں۔ ہاں کہنے کے لیے کوئی سرکاری رقم ملنا ضروری نہیں۔
fact-low_income-why = کونسلیں کونسل ٹیکس میں، یا سخت مشکل میں، مدد دے سکتی ہیں۔

fact-financial_shock-ask = کیا کسی اچانک بات سے آپ کو پیسوں کی کمی ہو گئی ہے؟
fact-financial_shock-hint = مثلاً بچہ اچانک رات کو آ گیا، نوکری چلی گئی، یا چولہا خراب ہو گیا۔
fact-financial_shock-why = پیسوں کی سخت مشکل کے لیے کونسلوں کے پاس ایک فنڈ ہوتا ہے۔

fact-carer_employment-ask = کیا آپ تنخواہ یا اجرت پر کام کرتے ہیں؟
fact-carer_employment-hint = اگر آپ بیماری کی وجہ سے گھر پر ہیں یا چھٹی پر ہیں تو بھی آپ کی نوکری ہے۔
fact-carer_employment-why = اگر آپ کسی کے ملازم ہیں تو ہو سکتا ہے آپ کو چھٹی لینے کا حق ہو۔
fact-carer_employment-is-employee = جی ہاں، میں کسی کا ملازم ہوں
fact-carer_employment-is-worker = جی ہاں، عارضی، ایجنسی کا، یا zero-hours کام
fact-carer_employment-is-self_employed = جی ہاں، میرا اپنا کام ہے
fact-carer_employment-is-none = نہیں

fact-tenure-ask = آپ کا گھر کرائے کا ہے یا اپنا؟
fact-tenure-hint = اگر آپ خاندان یا دوستوں کے ساتھ رہتے ہیں تو ”کچھ اور“ چنیں۔
fact-tenure-why = گھر کے سلسلے میں مدد گھر کی قسم پر منحصر ہے۔
fact-tenure-is-council = کونسل سے کرائے پر
fact-tenure-is-housing_association = ہاؤسنگ ایسوسی ایشن سے کرائے پر
fact-tenure-is-private_rent = نجی مالک مکان سے کرائے پر
fact-tenure-is-owner = اپنا، یا قرض (mortgage) پر خریدا جا رہا ہے
fact-tenure-is-other = کچھ اور

fact-parents_agree-ask = کیا بچے کے ماں باپ اس پر راضی ہیں کہ بچہ آپ کے ساتھ رہے؟
fact-parents_agree-hint = ماں اور باپ میں سے جس تک آپ پہنچ سکیں، اس کا سوچیں۔ اگر ایک بھی خلاف ہے تو نہیں کہیں۔
fact-parents_agree-why = اس سے بدلتا ہے کہ یہ بندوبست کتنا محفوظ ہے، اور آپ کو کیسی قانونی مدد چاہیے ہو سکتی ہے۔

fact-mother_alive-ask = ہمیں افسوس ہے کہ یہ پوچھنا پڑ رہا ہے۔ کیا بچے کی ماں زندہ ہیں؟
fact-mother_alive-hint = اگر بچہ گود لیا گیا تھا تو مراد وہ ماں ہے جس نے گود لیا۔
fact-mother_alive-why = اگر ماں یا باپ کا انتقال ہو چکا ہو تو آپ کو ہر ہفتے اضافی رقم مل سکتی ہے۔
fact-mother_alive-is-alive = جہاں تک مجھے معلوم ہے، زندہ ہیں
fact-mother_alive-is-dead = ان کا انتقال ہو گیا ہے
fact-mother_alive-is-unknown_identity = کسی کو معلوم نہیں کہ وہ کون ہیں

fact-father_alive-ask = ہمیں افسوس ہے کہ یہ پوچھنا پڑ رہا ہے۔ کیا بچے کے باپ زندہ ہیں؟
fact-father_alive-hint = اگر کسی کو معلوم نہیں کہ وہ کون ہیں تو یہی بتائیں۔ اس میں کسی کا قصور نہیں، اور جواب پر اس کا اثر پڑ سکتا ہے۔
fact-father_alive-why = اگر ماں یا باپ کا انتقال ہو چکا ہو تو آپ کو ہر ہفتے اضافی رقم مل سکتی ہے۔
fact-father_alive-is-alive = جہاں تک مجھے معلوم ہے، زندہ ہیں
fact-father_alive-is-dead = ان کا انتقال ہو گیا ہے
fact-father_alive-is-unknown_identity = کسی کو معلوم نہیں کہ وہ کون ہیں
