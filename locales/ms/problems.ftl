# Apa yang tidak kena, mengikut kod: apa yang berlaku dan apa yang boleh dibuat.

## Lain-lain

problem-internal = Ada masalah di sini. Sila cuba lagi atau minta bantuan pegawai.
problem-screen-lost = Skrin ini perlu dimulakan semula. Sila tunggu sebentar atau pergi ke kaunter.
problem-middle-silent = Kios ini tidak memberi respons buat masa ini. Sila tunggu sebentar, atau pergi ke kaunter.

## Semasa bertanya

problem-question-empty = Belum ada soalan. Sila tulis apa yang anda ingin tahu.
problem-language-unknown = Kios ini tidak mempunyai bahasa tersebut. Sila pilih bahasa lain.
problem-topic-gone = Topik ini tidak lagi disediakan. Sila pilih topik lain atau tanya dengan kata-kata anda sendiri.
problem-entry-gone = Jawapan ini tidak lagi terpakai dan tidak dipaparkan. Sila tanya dengan kata-kata anda sendiri atau tanya pegawai.
problem-notice-gone = Pengumuman ini telah tamat tempoh dan tidak lagi dipaparkan.

## PIN pegawai

problem-pin-wrong = PIN itu tidak betul. Sila masukkan semula.
problem-pin-wait = Terlalu banyak percubaan yang salah. Sila tunggu sehingga masa yang ditunjukkan berlalu.
problem-pin-unset = PIN kios ini belum ditetapkan. Juruteknik perlu menetapkannya dahulu.
problem-pin-unrecorded = Percubaan ini tidak dapat direkodkan, maka PIN tidak diterima. Sila hubungi juruteknik.
problem-pin-taken = PIN ini sudah digunakan oleh pegawai lain. Sila pilih PIN lain.
problem-pin-not-digits = PIN mesti 4 hingga 12 digit.
problem-pin-not-hashed = PIN tidak dapat disimpan. Sila hubungi juruteknik.
problem-name-empty = Sila masukkan nama.
problem-not-allowed = Tindakan ini memerlukan peranan lain. Sila hubungi pentadbir.

## Tiada kandungan untuk dipetik

problem-pack-none = Untuk pegawai: tiada pek kandungan dipasang pada kios ini. Sila pasang satu.
problem-pack-opening = Jawapan agensi sedang dibuka.
problem-pack-broken = Untuk pegawai: pek kandungan tidak dapat dibuka. Sila pasang semula.
problem-pack-expired = Untuk pegawai: pek kandungan telah melepasi hari terakhirnya. Sila pasang yang lebih baharu.
problem-pack-internal = Untuk pegawai: pek kandungan ini khusus untuk kakitangan dan tidak dipaparkan kepada pelawat.

## Borang yang ditangguhkan atau telah siap

problem-draft-gone = Borang ini tiada lagi pada kios ini. Sila isi semula atau minta bantuan pegawai.
problem-pause-code-unknown = Tiada borang yang menunggu dengan kod ini. Sila semak huruf dan digitnya, kemudian masukkan semula.
problem-pause-code-wait = Terlalu banyak kod yang salah. Sila tunggu sebentar dan cuba lagi, atau minta bantuan pegawai.
problem-form-gone = Untuk pegawai: tiada borang dengan nombor ini pada kios ini.
problem-print-window-closed = Tempoh mencetak borang ini telah tamat dan salinan yang boleh dibaca telah dimusnahkan. Borang yang dimeterai masih selamat.
problem-form-void = Untuk pegawai: borang ini telah dibatalkan dan tidak boleh diproses lagi.
problem-staff-gone = Untuk pegawai: nama ini tiada lagi dalam senarai pegawai. Sila masukkan PIN semula.
problem-print-job-gone = Untuk pegawai: kerja cetakan ini sudah tamat.

## Menyimpan borang

problem-seal-no-recipient = Untuk pegawai: kunci agensi belum ditetapkan, maka borang tidak dapat dimeterai. Sila hubungi juruteknik.
problem-seal-recipient-malformed = Untuk pegawai: kunci agensi tidak sah, maka borang tidak dapat dimeterai. Sila hubungi juruteknik.
problem-store-disk-full = Untuk pegawai: cakera sudah penuh, maka borang tidak dapat disimpan. Semua yang telah disimpan masih selamat. Sila kosongkan ruang.
problem-store-read-only = Untuk pegawai: cakera tidak dapat ditulis, maka borang tidak dapat disimpan. Sila hubungi juruteknik.
problem-store-disk-fails = Untuk pegawai: cakera mengalami kegagalan, maka borang tidak dapat disimpan. Sila hubungi juruteknik.
problem-store-damaged = Untuk pegawai: borang yang disimpan telah rosak. Sila mulakan semula kios; data itu akan diasingkan dan tidak dipadamkan.
problem-store-already-open = Untuk pegawai: program lain sedang menggunakan borang yang disimpan. Sila tutup program itu atau mulakan semula kios.
problem-store-too-new = Untuk pegawai: borang yang disimpan memerlukan versi program yang lebih baharu. Sila pasang versi itu.
problem-store-missing = Untuk pegawai: belum ada borang yang disimpan pada kios ini.
problem-store-key-missing = Untuk pegawai: kunci bagi borang yang disimpan tiada. Sila letakkan semula; tiada apa-apa yang hilang.
problem-store-key-wrong = Untuk pegawai: ini bukan kunci bagi borang yang disimpan. Sila letakkan semula kunci yang betul; tiada apa-apa yang hilang.
problem-store-key-exposed = Untuk pegawai: kunci bagi borang yang disimpan boleh dibaca oleh orang lain. Juruteknik perlu membetulkan kebenarannya.
problem-store-key-unusable = Untuk pegawai: kunci bagi borang yang disimpan tidak dapat dibaca. Sila hubungi juruteknik.
problem-store-no-randomness = Untuk pegawai: sistem tidak dapat menjana kunci, maka borang tidak dapat disimpan. Sila hubungi juruteknik.
problem-store-set-aside = Untuk pegawai: borang yang disimpan telah rosak dan diasingkan. Bahagian yang masih boleh dibaca telah dipindahkan. Sila hubungi juruteknik.
problem-store-audit-cut-off = Untuk pegawai: catatan terbaharu dalam jejak audit telah hilang. Sila laporkan.
problem-store-clock-back = Untuk pegawai: jam kios ini telah diundurkan. Sila semak tarikh dan masa.
problem-form-not-offered = Borang ini tidak tersedia buat masa ini. Sila tanya pegawai.
problem-form-open = Anda sedang mengisi satu borang. Sila habiskan, hentikan seketika atau batalkannya dahulu.
problem-form-damaged = Borang ini tidak dapat dibuka semula. Sila tanya pegawai.
