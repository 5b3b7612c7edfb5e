// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Explains what changed after a signature, or does not: whatever has no explanation here is an alteration.
#pragma once

#include "core/signing/verify/BoxWords.h"
#include "core/signing/verify/Changes.h"
#include "core/signing/verify/Cover.h"
#include "core/signing/verify/DocumentData.h"
#include "core/signing/verify/Permissions.h"
#include "core/signing/verify/PlainLook.h"
#include "core/signing/verify/ShownText.h"
#include "core/signing/verify/Verdict.h"

#include <set>

namespace carriel::signing {

struct Explanation
{
    After after = After::B1;
    QStringList findings; // why it is an alteration
    QStringList notes;    // what was allowed
};

class Explainer
{
public:
    // Makes a string of an object plain, in encrypted files.
    using Plain = std::function<QByteArray(PdfRef, const QByteArray &)>;
    Explainer(const PdfFile &before, const PdfFile &after, Permissions permissions, Plain plain = {});
    Explanation run();

private:
    // What an explained object may be reached by in the signed version; anything else makes it something else as well.
    enum class Reach { Anybody, Listed };
    void explain(const PdfValue &ref, Reach reach, std::set<int> from = {});
    void raise(After after, const QString &note);
    void refuse(const QString &finding);
    PdfValue old(const PdfValue &value) const { return m_before.resolved(value).valueOr({}); }
    PdfValue now(const PdfValue &value) const { return m_after.resolved(value).valueOr({}); }
    bool touched(const PdfValue &ref) const;
    // Names whose values differ between two dictionaries (references by number).
    static QByteArrayList differing(const PdfDict &a, const PdfDict &b);

    void trailers();
    void catalog();
    void form(const PdfValue &before, const PdfValue &after, int owner);
    void listGrew(const PdfValue &before, const PdfValue &after, int owner, std::vector<PdfValue> &added,
                  const char *what);
    void newField(const PdfValue &ref);
    bool isPlainWidget(const PdfDict &widget) const;
    bool isVisible(const PdfDict &widget) const;
    bool isDrawn(const PdfDict &widget) const; // has a look of its own
    bool isSignedNow(const FormField &field, const PdfDict &widget) const;
    bool namesFontsInUse(const PdfValue &before, const PdfValue &after, const PdfValue &formDefault, int owner) const;
    bool onlyGrew(const PdfValue &before, const PdfValue &after, int depth) const;
    void fields();
    void changedField(const FormField &field, const PdfObject &was, const PdfObject &is);
    void appearances(const FormField &field, const PdfDict &was);
    void filled(const FormField &field);
    bool readOnly(const FormField &field) const;
    bool buttonShowsItsValue(const FormField &field, const PdfValue &value) const;
    bool buttonLooksAsItWas(const FormField &field) const;
    enum class Shows { Value, Unknown, Other };
    Shows textShows(const FormField &field, const PdfDict &is, PdfRef widget, const PdfValue &value) const;
    struct Option
    {
        QString value, shown;
    };
    std::optional<std::vector<Option>> options(const FormField &field, const PdfDict &is) const;
    Shows listShows(const FormField &field, const PdfDict &is, PdfRef widget, const PdfValue &value) const;
    QString plainText(const PdfValue &string, PdfRef owner) const;
    LetterOf letters() const;
    FieldSetting settingOf(const FormField &field, PdfRef widget, const QString &value) const;
    bool lookWrittenPlainly(const PdfDict &is, const PdfDict &was) const;
    bool underMouseAsItWas(const PdfDict &is, const PdfDict &was) const;
    void pages();
    void newAnnotation(const PdfValue &ref, PdfRef page, int number);
    bool isNote(const PdfDict &annotation) const;
    bool stoodOnAPage(const PdfValue &ref) const;
    void changedNote(const PdfValue &ref, PdfRef page, int number);
    void noteCovers(const PdfDict &note, PdfRef page, int number, PdfRef own = {});
    void covers(const PdfDict &widget, PdfRef page, int number, PdfRef prepared = {});
    SignedBy signerOf(const PdfValue &signature) const;
    void readBox(const PdfDict &widget, const PdfValue &signature);
    void readBeside(const PdfDict &widget, PdfRef page, int number, PdfRef prepared);
    void readNote(const PdfDict &note, PdfRef owner);
    void signedAsPrepared(const FormField &field);
    bool proofs(const PdfValue &before, const PdfValue &after, int owner, int depth);
    void reaches();
    QString whatIs(int number) const;
    DocumentData infoOf(const PdfFile &file) const;
    void information();
    void metadata(const PdfValue &before, const PdfValue &after);
    void dataChanged(const QStringList &names);
    void unused();

    const PdfFile &m_before;
    const PdfFile &m_after;
    Permissions m_permissions;
    Plain m_plain;
    Changes m_changes;
    Cover m_cover;
    FormFields m_oldForm;
    std::map<int, std::pair<Reach, std::set<int>>> m_explained;
    std::set<int> m_onPath;    // lead to something explained that changed, without having changed
    bool m_filled = false;     // the field that is looked at changed, or its look
    std::set<int> m_newFields; // object numbers of new signature fields and newly signed ones
    Explanation m_result;
};

} // namespace carriel::signing
