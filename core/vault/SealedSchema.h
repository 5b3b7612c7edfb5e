// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The person's keys (crypto/PersonKey.h). Private to core/vault.
#pragma once

namespace carriel::vault {

// A key is never forgotten: sealed documents of its time open with it alone.
inline constexpr const char *personKeyTable = R"(
CREATE TABLE person_key(kid TEXT PRIMARY KEY, gen INTEGER NOT NULL CHECK(gen>0), enc BLOB NOT NULL, sig BLOB NOT NULL, made INTEGER NOT NULL) STRICT;
CREATE TRIGGER person_key_kept BEFORE DELETE ON person_key BEGIN SELECT RAISE(ABORT,'a person key is kept'); END;
CREATE TRIGGER person_key_same BEFORE UPDATE ON person_key BEGIN SELECT RAISE(ABORT,'a person key does not change'); END;
)";

// The person's other computers as they were met; and sealed documents are few among many.
inline constexpr const char *personReaderTable = R"(
CREATE TABLE person_reader(device TEXT PRIMARY KEY, jwk TEXT NOT NULL, met INTEGER NOT NULL) STRICT;
CREATE INDEX item_sealed ON item(id) WHERE custody=1;
)";

// Other people's keys: the one that is used, and one that their operator names instead, until the person agrees to it.
inline constexpr const char *contactKeyTable = R"(
CREATE TABLE contact_key(person TEXT PRIMARY KEY, gen INTEGER, enc TEXT, sig TEXT, new_gen INTEGER, new_enc TEXT, new_sig TEXT,
  followed INTEGER NOT NULL DEFAULT 0, seen INTEGER NOT NULL) STRICT;
)";

// Why the used one is used: proven (by the identity provider), compared (by the person), followed (the one before has signed it, it is
// proven, and the person agreed); empty: agreed to before this was written down.
inline constexpr const char *contactKeyHow = "ALTER TABLE contact_key ADD COLUMN how TEXT NOT NULL DEFAULT ''";

} // namespace carriel::vault
