# Apa yang tidak kena, mengikut kod: apa yang berlaku dan apa yang boleh dibuat.

## Lain-lain

problem-internal = Ada masalah di sini. Sila cuba lagi atau minta bantuan pegawai.
problem-screen-lost = Skrin ini perlu dimulakan semula. Sila tunggu sebentar atau pergi ke kaunter.
problem-middle-silent = Kiosk ini tidak memberi respons buat masa ini. Sila tunggu sebentar, atau pergi ke kaunter.

## Semasa bertanya

problem-question-empty = Belum ada soalan. Sila tulis apa yang anda ingin tahu.
problem-language-unknown = Kios ini tidak mempunyai bahasa tersebut. Sila pilih bahasa lain.
problem-topic-gone = Topik ini tidak lagi disediakan. Sila pilih topik lain atau tanya dengan kata-kata anda sendiri.
problem-entry-gone = Jawapan ini tidak lagi terpakai dan tidak dipaparkan. Sila tanya dengan kata-kata anda sendiri atau tanya pegawai.
problem-notice-gone = Pengumuman ini telah tamat tempoh dan tidak lagi dipaparkan.

## PIN pegawai

problem-pin-wrong = Itu bukan PIN kios ini. Sila masukkan semula.
problem-pin-wait = Terlalu banyak percubaan yang salah. Sila tunggu sehingga masa yang ditunjukkan berlalu.
problem-pin-unset = PIN kios ini belum ditetapkan. Juruteknik perlu menetapkannya dahulu.
problem-pin-unrecorded = Percubaan ini tidak dapat direkodkan, maka PIN tidak diterima. Sila hubungi juruteknik.

## Tiada kandungan untuk dipetik

problem-pack-none = Untuk pegawai: tiada pek kandungan dipasang pada kios ini. Sila pasang satu.
problem-pack-opening = Jawapan agensi sedang dibuka.
problem-pack-broken = Untuk pegawai: pek kandungan tidak dapat dibuka. Sila pasang semula.
problem-pack-expired = Untuk pegawai: pek kandungan telah melepasi hari terakhirnya. Sila pasang yang lebih baharu.
problem-pack-internal = Untuk pegawai: pek kandungan ini khusus untuk kakitangan dan tidak dipaparkan kepada pelawat.
