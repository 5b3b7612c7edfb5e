// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The reasons that errors of signing and of files name, as a person reads them after "the reason is:". Thread: any, once
// the translator is set.
#pragma once

#include <QString>

namespace carriel::text {

QString reasonWords(const QString &reason); // as it is, if it has no words
QString unopenableWords(const QString &state); // why a notification cannot be opened; as it is, if it has no words

} // namespace carriel::text
