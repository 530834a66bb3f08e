# Kata-kata pada skrin pelawat. Pendek, sopan, dalam bahasa Melayu baku.

## Baris atas

# Di sebelah jam: kios menjawab tanpa rangkaian.
header-offline = Tanpa internet
# Semasa pegawai sedang dipanggil. $ticket ialah nombor pada skrin pelawat.
header-call = Pegawai telah dipanggil. Nombor anda { $ticket }.

## Apabila halaman itu sendiri gagal: terpapar sendirian, dalam semua bahasa

problem-screen-lost = Skrin ini perlu dimulakan semula. Sila tunggu sebentar atau pergi ke kaunter.

## Bar bawah: sentiasa di tempat yang sama

dock-label = Kawalan
dock-back = Kembali
dock-language = Bahasa
dock-text = Tulisan
dock-leave = Tamat
dock-person = Pegawai

## Halaman yang lebih panjang daripada skrin

page-up = Ke atas
page-down = Lagi di bawah

## Bahasa

languages-title = Sila pilih bahasa

## Laman utama

home-title = Apakah urusan anda hari ini?
home-lead = Pilih satu perkara, atau tanya dengan kata-kata anda sendiri.
home-notices = Pengumuman
home-life-events = Mengikut peristiwa hidup
home-subjects = Mengikut perkara
home-ask = Ajukan soalan
home-ask-hint = Taip dengan kata-kata anda sendiri
home-forms = Isi borang
home-status = Semak permohonan

## Satu topik

topic-lead = Pilih satu soalan untuk melihat jawapannya.
topic-empty = Belum ada soalan tersedia di sini. Sila tanya dengan kata-kata anda sendiri.
topic-forms-lead = Isi borang di sini, atau pilih satu soalan untuk melihat jawapannya.
topic-forms-together = Isi semuanya sekali gus
topic-questions = Soalan dan jawapan
topic-ask = Tanya perkara lain

## Bertanya

ask-title = Apakah yang anda ingin tahu?
ask-field = Soalan anda
ask-placeholder = Tulis di sini
ask-examples = Contohnya
ask-send = Tanya

## Jawapan

reply-asked = Anda bertanya
# Sama, bersama-sama soalan itu, apabila tajuk menyatakan perkara lain.
reply-asked-words = Anda bertanya “{ $text }”
# $count ialah bilangan soalan dalam satu pertanyaan; sekurang-kurangnya 2.
reply-parts = Anda bertanya tentang { $count } perkara
reply-parts-lead = Inilah jawapannya satu demi satu.
# $number bermula daripada 1.
reply-part-number = Soalan { $number }
reply-emergency = Sila baca ini dahulu
reply-related = Mungkin anda juga ingin tahu
reply-again = Tanya soalan lain
reply-again-hint = Boleh sambung: “Berapakah bayarannya?”
reply-home = Semua topik
reply-form = Kembali ke borang

## Sumber jawapan

citation-label = Sumber
citation-page = muka surat { $page }
# $date ditulis mengikut kebiasaan bahasa ini.
citation-version = Versi { $date }
citation-valid-until = Sah hingga { $date }
# $language ialah nama bahasa itu sendiri.
citation-other-language = Teks asal dalam { $language }.

## Mengapa jawapan ini

why-open = Mengapa jawapan ini?
why-quoted = Teks di atas dipetik kata demi kata daripada dokumen agensi. Tiada apa-apa yang ditambah.
why-phrasing = Soalan agensi yang paling hampir dengan soalan anda
why-words = Kata yang terdapat pada kedua-duanya
# $percent ialah nombor bulat 0 hingga 100.
why-confidence = Tahap keyakinan kios: { $percent } daripada 100

## Yang mana satu?

clarify-title = Yang manakah maksud anda?
clarify-lead = Pilih satu, dan jawapannya akan dipaparkan.

## Dua dokumen bercanggah

conflict-title = Dua dokumen tidak sepakat
conflict-lead = Kedua-duanya dipaparkan, yang lebih baharu dahulu. Sila minta pegawai mengesahkan yang mana terpakai.
conflict-newer = Lebih baharu
conflict-older = Lebih lama
conflict-person = Tanya pegawai

## Tiada jawapan

unknown-title = Tiada jawapan untuk soalan ini di sini
unknown-lead = Dokumen agensi tidak menjawab soalan anda, maka kios tidak meneka. Yang berikut mungkin membantu.
unknown-again = Tanya dengan kata lain
unknown-person = Jumpa pegawai
unknown-nearest = Soalan yang hampir sama
unknown-topics = Topik yang hampir sama
unknown-offices = Tempat anda boleh bertanya
unknown-health-title = Kios tidak boleh memberi nasihat perubatan
unknown-health-lead = Jika kecemasan, hubungi nombor kecemasan atau beritahu pegawai dengan segera. Jika tidak, pejabat berikut akan membantu anda.
unknown-legal-title = Kios tidak boleh memberi nasihat undang-undang
unknown-legal-lead = Setiap kes berbeza. Pejabat berikut dapat memberitahu tempat untuk mendapatkan nasihat.
unknown-political-title = Kios tidak memberi nasihat politik
unknown-political-lead = Agensi ini tidak memihak. Kami boleh memberitahu cara dan tempat mengundi.

## Pengumuman

notice-emergency = Pengumuman kecemasan
notice-bulletin = Pengumuman
# $issuer ialah pihak yang mengumumkan; $when ialah tarikh dan masa.
notice-issued = { $issuer }, { $when }
# $when ialah tarikh dan masa.
notice-until = Berkuat kuasa hingga { $when }
# $date ialah hari terakhir, apabila pengumuman tamat pada tengah malam.
notice-until-end-of = Berkuat kuasa hingga akhir { $date }
notice-home = Semua topik

## Pegawai

person-title = Pegawai akan datang
person-lead = Sila tunggu berhampiran kios dan perhatikan nombor anda.
person-ticket = Nombor anda
person-go-on = Teruskan sementara menunggu
person-cancel = Tidak perlu lagi
person-offices = Anda juga boleh pergi atau menelefon ke sini

office-address = Alamat
office-counter = Kaunter
# $counter seperti pada papan tanda: “3” atau “2–6”.
office-counter-number = Kaunter { $counter }
office-phone = Telefon
office-hours = Waktu urusan

## Anda masih di sini?

countdown-title = Adakah anda masih di sini?
countdown-lead = Jika tiada tindakan, lawatan ini akan ditamatkan dan semua yang anda masukkan akan dipadamkan.
# Di bawah bilangan saat yang besar.
countdown-seconds = saat
countdown-more = Saya perlukan masa lagi
countdown-leave = Tamat sekarang

## Kertas kecil untuk dibawa

slip-print-answer = Cetak jawapan ini
slip-print-ticket = Cetak nombor saya
slip-print-notice = Cetak notis ini
slip-print-status = Cetak status ini
slip-print-receipt = Cetak apa yang telah dibuat
slip-print-payment = Cetak slip bayaran
slip-print-appointment = Cetak permohonan janji temu
slip-print-queue = Cetak nombor giliran
slip-again = Cetak lagi
slip-sending = Sedang disediakan untuk dicetak
slip-printing = Sedang dicetak. Sila tunggu sebentar.
slip-waiting = Pencetak perlu diperiksa. Sila beritahu pegawai; kertas anda dicetak selepas itu.
slip-printed = Sudah dicetak. Sila ambil.
slip-failed = Tidak dicetak.
slip-unknown = Kami tidak pasti sama ada ia sudah keluar. Sila tanya pegawai.

## Lawatan tamat

farewell-title = Semuanya telah dipadamkan
farewell-lead = Terima kasih atas kunjungan anda. Orang seterusnya tidak akan melihat apa-apa milik anda.
farewell-questions = Soalan anda dan jawapannya
farewell-typed = Semua yang anda taip
farewell-choices = Pilihan bahasa, saiz tulisan dan warna anda
# Jawapan borang yang masih ada pada kios; 0 apabila semuanya dipadamkan.
farewell-kept = { $count } jawapan disimpan pada kios ini
farewell-uncounted = Jawapan yang tinggal di sini tidak dapat dikira. Pegawai telah dimaklumkan.
farewell-printable = Pegawai masih boleh mencetak borang anda selama { $minutes } minit lagi. Selepas itu tiada sesiapa boleh membacanya pada kios ini.

## Tulisan dan warna

appearance-title = Tulisan dan warna
appearance-lead = Pilih yang selesa untuk anda. Skrin berubah serta-merta.
appearance-text = Saiz tulisan
# Satu huruf yang menunjukkan saiz tulisan.
appearance-sample = A
appearance-text-standard = Biasa
appearance-text-large = Besar
appearance-text-largest = Paling besar
appearance-theme = Warna
appearance-theme-paper = Cerah
appearance-theme-night = Gelap
appearance-theme-contrast = Kontras paling kuat
appearance-reach = Kedudukan butang
appearance-reach-whole = Seluruh skrin
appearance-reach-left = Tangan kiri
appearance-reach-right = Tangan kanan
appearance-reach-low = Di bawah
appearance-done = Selesai

## Ada masalah

problem-label = Sila ambil perhatian
problem-close = Tutup

out-of-service-title = Kios ini tidak beroperasi buat sementara
out-of-service-lead = Sila ke kaunter. Pegawai kami sedia membantu anda.
# Semasa jawapan sedang dibuka, beberapa saat selepas dihidupkan.
opening-title = Sila tunggu sebentar
opening-lead = Kios sedang bersedia. Ini mengambil masa beberapa saat.

## Status permohonan

status-title = Apakah status permohonan anda?
status-lead = Taip nombor yang tertera pada surat atau resit anda.
status-reference = Nombor rujukan
status-more = Surat saya meminta satu perkara lagi
status-less = Kembali ke nombor
status-second-title = Apa lagi yang diminta dalam surat anda?
status-second-lead = Contohnya tarikh lahir anda: taip tahun, bulan dan hari dalam angka.
status-second = Maklumat lain yang diminta
status-send = Semak
status-looking = Sedang disemak
status-looking-lead = Sila tunggu sebentar.
status-number = Nombor { $number }
status-found = Permohonan anda
status-since = Sejak { $day }
status-next = Apa yang perlu dibuat seterusnya
status-not-found = Nombor ini tiada dalam senarai
status-not-found-lead = Sila bandingkan dengan surat anda. Permohonan baharu mungkin mengambil masa sehari untuk muncul. Pegawai di kaunter boleh membantu.
status-age = Inilah maklumat agensi pada { $when }. Mungkin sudah ada perkembangan baharu.
status-age-unknown = Agensi tidak menyatakan bila maklumat ini dibuat.
status-source = Sumber: senarai { $agency }
status-again = Nombor lain
status-home = Ke laman utama
