# Apa yang tidak kena, mengikut kod: apa yang berlaku dan apa yang boleh dibuat.

problem-internal = Ada masalah di sini. Sila cuba lagi atau minta bantuan pegawai.
problem-question-empty = Belum ada soalan. Sila tulis apa yang anda ingin tahu.
problem-screen-lost = Skrin ini perlu dimulakan semula. Sila tunggu sebentar atau pergi ke kaunter.
