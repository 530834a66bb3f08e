form-title = Application for the old-age allowance
form-summary = A monthly allowance for residents from 65 whose own income is small
form-declaration = Everything stated above is true. I will report changes of income, household or address within 30 days. I know that money received without entitlement has to be paid back.
form-privacy = Only staff of the Social Affairs Office read what you enter. After the office has received it, this machine keeps a sealed copy for 90 days and then destroys it.
officer-summary = { $full_name } (born { $birth }) applies for the old-age allowance. Registered for five years: { $registered_five_years } (if not, since { $registered_since }). Own income { $own_income } a month. Lives alone: { $lives_alone }; others in the household: { $members }; household income { $household_income } a month. Senior pass wanted too: { $senior_pass }.

document-residence-card = Residence card
document-bank-book = Bank book or account number
document-photograph = One photograph (for the senior pass)

section-applicant = About you
full_name = Full name
    .question = What is your full name?
    .help = Give your name as it stands on your residence card.
    .hint = For example: Mary Tan
identity = Citizen number
    .question = What is your citizen number?
    .why = So that you are not confused with somebody else of the same name. Most of its digits are hidden on the screen.
    .help = It is printed on the front of your residence card. Many people call it their ID number.
    .hint = For example: A123456789
birth = Date of birth
    .question = What is your date of birth?
    .why = The allowance is paid from 65. You may apply from two months before your 65th birthday.
    .help = The date is on your residence card.
    .hint = For example: 5 March 1953

section-contact = How to reach you
phone = Telephone number
    .question = What is your telephone number?
    .why = An officer will call this number if something is missing or unclear.
    .hint = For example: 0912 345 678
address = Address
    .question = What is your home address?
    .why = We send the decision to this address.
    .help = Give the address where you live now and receive letters.
    .hint = For example: 12 Harbour Road, Pier District

section-residence = Registration
registered_five_years = Registered for five years
    .question = Have you been registered in Harbour City for five years?
    .why = The allowance is for residents who have been registered here for five years.
    .help = Being registered means that the Registry Office has your home in Harbour City on its books.
registered_since = Registered since
    .question = Since when have you been registered in Harbour City?
    .help = If you do not remember, ask at Counter 4 for a certificate of earlier addresses.
    .hint = For example: 1 June 2023

section-earnings = Your own income
pension = Pension a month
    .question = How much pension do you receive each month?
    .why = Only your own income counts, and it must be below $1,500 a month. Your spouse's income is not counted.
    .help = For example your pension from work, paid by the National Pension Fund.
    .hint = Enter 0 if you have none. For example: $620
work_income = Income from work a month
    .question = How much do you earn from work each month?
    .why = Pay from work is part of your own income.
    .help = If it changes, give the average of the last three months.
    .hint = Enter 0 if you do not work.
other_income = Other income a month
    .question = How much other income do you have each month?
    .why = Rent and interest are income too.
    .help = For example rent from a flat, interest or dividends.
    .hint = Enter 0 if you have none.
own_income = Own income a month

section-household = The people you live with
lives_alone = Lives alone
    .question = Do you live alone?
    .why = Your family's income does not change the allowance. We ask so that the office can see whether your household may also receive low-income support.

section-members = People in the household
members-item = Person { $number }
members-more = Does anyone else live with you?
member_name = Full name
    .question = What is this person's full name?
relation = Relation to you
    .question = How is this person related to you?
relation-spouse = Husband or wife
    .also = husband|wife|spouse|partner
relation-child = Child
    .also = son|daughter|kid|my boy|my girl
relation-child-in-law = Son-in-law or daughter-in-law
    .also = son-in-law|daughter-in-law
relation-grandchild = Grandchild
    .also = grandson|granddaughter|grandkid
relation-parent = Parent
    .also = mother|father|mum|dad|mother-in-law|father-in-law
relation-sibling = Brother or sister
    .also = brother|sister|sibling
relation-other = Someone else
    .also = other|relative|friend|flatmate|lodger
member_birth = Date of birth
    .question = What is this person's date of birth?
    .help = If you are not sure, look at their residence card or insurance card.
    .hint = For example: 12 August 1961
member_income = Income a month
    .question = About how much income does this person have each month?
    .why = The amount does not change your allowance. It only shows whether your household may receive low-income support.
    .help = Pay, pension and rent all count. A rough figure will do.
    .hint = Enter 0 if there is none. For example: $800

section-totals = Household as a whole
household_income = Household income a month

section-payment = Where the allowance is paid
bank_account = Account number
    .question = Which account should we pay the allowance to?
    .why = The allowance is paid on the 10th of each month to a bank or post office account, not in cash. The number is used for payment only.
    .help = Look at the cover of your bank or post office book: a bank code of three digits, then the account number.
    .hint = For example: 700-00012345678

section-pass = Senior pass
senior_pass = Senior pass as well
    .question = Would you like the senior pass at the same time?
    .why = From 65 it lets you ride city trams, buses and ferries free of charge. It is made at the same counter while you wait and costs nothing.

check-account_form = The account number seems to lack some digits, or it is your citizen number. Please look at your bank book and enter the bank code and the account number again.
check-not_oneself = This name and date of birth are your own. You need not add yourself here; please correct the entry or remove it.

rule-entitled = May receive the old-age allowance
rule-old_enough = Old enough
rule-age_65 = Is 65 or older
rule-nearly_65 = Will be 65 within two months and may apply already
rule-resident = Registered in Harbour City for five years
rule-means = Own income below $1,500 a month
