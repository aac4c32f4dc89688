group-desk-lead = A group stays on the public list for { $days } days after it last met. Its organiser is asked, and says so with one click.
group-desk-there-no-group = There is no group yet.
group-desk-add-group = Add a group

group-form-all-groups = All groups of { $name }
group-form-met = Did it meet?
group-form-unsaid = Nobody has said yet if it met on { $unsaid }.
group-form-met-day = The day
group-form-met-do = It met
group-form-missed-do = It did not meet
group-form-publish = Put it on the list
group-form-save = Save, and show it
group-form-off = Take it off the list
group-form-why = Why?
group-form-off-do = Take it off
group-form-see = See it as the public does
group-form-on-do = Put it back on the list
