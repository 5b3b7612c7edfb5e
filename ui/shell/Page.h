// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What fills the window: a place of the navigation, an inner page, a gate that covers everything, or a dialog. Pages are
// made by the registry alone, so that the accessibility audit meets every one of them. Thread: GUI.
#pragma once

#include "core/base/Error.h"

#include <QVariantMap>
#include <QWidget>
#include <functional>

namespace carriel {
class Session;
}

namespace carriel::ui {

class Theme;
class UndoStack;

// What a page may ask of the window around it.
class PageHost
{
public:
    virtual ~PageHost() = default;
    // Goes to a page, or opens it as a dialog, by the place its entry names. Never blocks.
    virtual void open(const QString &pageId, const QVariantMap &args = {}) = 0;
    // One sentence at the foot of the content, read out by screen readers; gone after some seconds, or with the next.
    virtual void say(const QString &text, const QString &actionText = {}, std::function<void()> action = {}) = 0;
    // The same for what went wrong, in the words of ui/text; stays until dismissed.
    virtual void showError(const Error &error) = 0;
    virtual UndoStack &undo() = 0;
    // The person wants another profile's folder; app/ changes the session.
    virtual void switchProfile(const QString &dir) = 0;
};

struct PageContext {
    Session &session;
    Theme &theme;
    PageHost &host;
};

class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(const PageContext &context, QWidget *parent = nullptr);

    // Came to the front. What args mean is the page's own affair; none: as it was left.
    virtual void enter(const QVariantMap &args) { Q_UNUSED(args); }
    // The vault is being locked: nothing of a document may stay in a widget.
    virtual void forget() {}
    // Stands in the right pane while this page is in front; owned by the page. Null: no pane.
    virtual QWidget *details() { return nullptr; }
    // Gives the keyboard to the page's main list or field.
    virtual void focusContent() { setFocus(); }

Q_SIGNALS:
    void done();             // a dialog or a gate has finished
    void detailsChanged();   // details() answers something else

protected:
    Session &session() const { return m_context.session; }
    Theme &theme() const { return m_context.theme; }
    PageHost &host() const { return m_context.host; }
    const PageContext &context() const { return m_context; }

private:
    PageContext m_context;
};

} // namespace carriel::ui
