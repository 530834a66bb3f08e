form-title = Permohonan elaun warga emas
form-summary = Elaun bulanan bagi pemastautin berumur 65 tahun ke atas yang berpendapatan kecil
form-declaration = Saya mengaku bahawa semua maklumat di atas adalah benar. Saya akan melaporkan perubahan pendapatan, isi rumah atau alamat dalam tempoh 30 hari. Saya faham bahawa wang yang diterima tanpa kelayakan mesti dibayar balik.
form-privacy = Maklumat anda hanya dibaca oleh pegawai Pejabat Kebajikan Masyarakat. Selepas pejabat menerimanya, salinan bermeterai disimpan dalam kios ini selama 90 hari, kemudian dimusnahkan.
officer-summary = { $full_name } (lahir { $birth }) memohon elaun warga emas. Berdaftar lima tahun: { $registered_five_years } (jika belum, sejak { $registered_since }). Pendapatan sendiri { $own_income } sebulan. Tinggal seorang diri: { $lives_alone }; ahli serumah: { $members }; pendapatan isi rumah { $household_income } sebulan. Minta pas warga emas sekali: { $senior_pass }.

document-residence-card = Kad pemastautin
document-bank-book = Buku bank atau nombor akaun
document-photograph = Sekeping gambar (untuk pas warga emas)

section-applicant = Maklumat anda
full_name = Nama penuh
    .question = Siapakah nama penuh anda?
    .help = Berikan nama seperti yang tertulis pada kad pemastautin anda.
    .hint = Contoh: Aminah binti Hassan
identity = Nombor pengenalan
    .question = Apakah nombor pengenalan anda, iaitu nombor IC?
    .why = Supaya permohonan ini tidak tertukar dengan orang lain yang sama nama. Kebanyakan digitnya disembunyikan pada skrin.
    .help = Nombor ini tercetak pada bahagian hadapan kad pemastautin anda.
    .hint = Contoh: 530305-08-5124
birth = Tarikh lahir
    .question = Apakah tarikh lahir anda?
    .why = Elaun dibayar mulai umur 65 tahun. Anda boleh memohon seawal dua bulan sebelum hari lahir ke-65.
    .help = Tarikh ini ada pada kad pemastautin anda.
    .hint = Contoh: 5 Mac 1953

section-contact = Cara menghubungi anda
phone = Nombor telefon
    .question = Apakah nombor telefon anda?
    .why = Pegawai akan menelefon nombor ini jika ada maklumat yang kurang jelas.
    .hint = Contoh: 0912 345 678
address = Alamat
    .question = Apakah alamat rumah anda?
    .why = Surat keputusan dihantar ke alamat ini.
    .help = Berikan alamat tempat anda tinggal dan menerima surat sekarang.
    .hint = Contoh: 12, Jalan Pelabuhan, Daerah Jeti

section-residence = Pendaftaran di Bandar Pelabuhan
registered_five_years = Berdaftar lima tahun
    .question = Sudahkah anda berdaftar di Bandar Pelabuhan selama lima tahun?
    .why = Elaun ini untuk pemastautin yang telah berdaftar di sini selama lima tahun.
    .help = Berdaftar bermaksud alamat rumah anda di sini telah dicatat oleh Pejabat Pendaftaran.
registered_since = Tarikh mula berdaftar
    .question = Sejak bilakah anda berdaftar di Bandar Pelabuhan?
    .help = Jika anda tidak ingat, minta sijil alamat terdahulu di Kaunter 4.
    .hint = Contoh: 1 Jun 2023

section-earnings = Pendapatan anda sendiri
pension = Pencen sebulan
    .question = Berapakah pencen yang anda terima setiap bulan?
    .why = Hanya pendapatan anda sendiri dikira, dan jumlahnya mesti kurang daripada $1,500 sebulan. Pendapatan suami atau isteri tidak diambil kira.
    .help = Misalnya pencen pekerjaan daripada Kumpulan Wang Pencen Negara.
    .hint = Masukkan 0 jika tiada. Contoh: $620
work_income = Pendapatan kerja sebulan
    .question = Berapakah pendapatan anda daripada kerja setiap bulan?
    .why = Pendapatan kerja termasuk dalam pendapatan anda sendiri.
    .help = Jika tidak tetap, beri purata tiga bulan terakhir.
    .hint = Masukkan 0 jika anda tidak bekerja.
other_income = Pendapatan lain sebulan
    .question = Adakah anda menerima pendapatan lain setiap bulan? Berapa?
    .why = Sewa dan faedah simpanan juga dikira sebagai pendapatan.
    .help = Misalnya sewa rumah, faedah bank atau dividen.
    .hint = Masukkan 0 jika tiada.
own_income = Pendapatan sendiri sebulan

section-household = Orang yang tinggal bersama anda
lives_alone = Tinggal seorang diri
    .question = Adakah anda tinggal seorang diri?
    .why = Pendapatan ahli keluarga tidak menjejaskan elaun anda. Kami bertanya supaya dapat melihat sama ada isi rumah anda juga boleh memohon bantuan pendapatan rendah.

section-members = Ahli keluarga serumah
members-item = Ahli keluarga { $number }
members-more = Adakah orang lain lagi yang tinggal bersama anda?
member_name = Nama penuh
    .question = Siapakah nama penuh ahli keluarga ini?
relation = Hubungan dengan anda
    .question = Apakah hubungannya dengan anda?
relation-spouse = Suami atau isteri
    .also = suami|isteri|laki|bini|pasangan|orang rumah
relation-child = Anak
    .also = anak lelaki|anak perempuan|anak saya|anak angkat
relation-child-in-law = Menantu
    .also = menantu lelaki|menantu perempuan
relation-grandchild = Cucu
    .also = cucu lelaki|cucu perempuan|cucu saya
relation-parent = Ibu atau bapa
    .also = ibu|bapa|mak|emak|ayah|abah|mertua
relation-sibling = Adik-beradik
    .also = abang|kakak|adik|abang saya|kakak saya
relation-other = Orang lain
    .also = saudara|kawan|rakan serumah|lain-lain
member_birth = Tarikh lahir
    .question = Apakah tarikh lahirnya?
    .help = Jika tidak pasti, lihat kad pemastautin atau kad insurans kesihatannya.
    .hint = Contoh: 12 Ogos 1961
member_income = Pendapatan sebulan
    .question = Lebih kurang berapakah pendapatannya setiap bulan?
    .why = Jumlah ini tidak menjejaskan elaun anda. Ia hanya digunakan untuk melihat sama ada isi rumah anda boleh memohon bantuan pendapatan rendah.
    .help = Gaji, pencen dan sewa dikira. Anggaran pun boleh.
    .hint = Masukkan 0 jika tiada. Contoh: $800

section-totals = Seisi rumah
household_income = Pendapatan isi rumah sebulan

section-payment = Tempat elaun dibayar
bank_account = Nombor akaun
    .question = Ke dalam akaun manakah elaun hendak dibayar?
    .why = Elaun dibayar pada 10 hari bulan setiap bulan ke dalam akaun bank atau akaun pejabat pos, bukan secara tunai. Nombor ini digunakan untuk bayaran sahaja.
    .help = Lihat buku bank atau buku simpanan pejabat pos anda: kod bank tiga digit, kemudian nombor akaun.
    .hint = Contoh: 700-00012345678

section-pass = Pas warga emas
senior_pass = Mohon pas warga emas sekali
    .question = Mahukah anda mengambil pas warga emas sekali?
    .why = Mulai umur 65 tahun, trem, bas dan feri bandar percuma dengan pas ini. Pas disiapkan di kaunter yang sama sementara anda menunggu, tanpa bayaran.

check-account_form = Nombor akaun ini nampaknya kurang beberapa digit, atau sama dengan nombor pengenalan anda. Sila lihat buku bank dan masukkan kod bank serta nombor akaun sekali lagi.
check-not_oneself = Nama dan tarikh lahir ini sama dengan nama dan tarikh lahir anda. Anda tidak perlu memasukkan diri sendiri; sila betulkan maklumat ini atau buang orang ini daripada senarai.

rule-entitled = Layak menerima elaun warga emas
rule-old_enough = Umur mencukupi
rule-age_65 = Sudah berumur 65 tahun
rule-nearly_65 = Akan berumur 65 tahun dalam tempoh dua bulan, jadi sudah boleh memohon
rule-resident = Berdaftar di Bandar Pelabuhan selama lima tahun
rule-means = Pendapatan sendiri kurang daripada $1,500 sebulan
