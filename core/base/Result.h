// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A value, or the Error that kept it from being made. Exceptions do not cross modules; this does.
#pragma once

#include "core/base/Error.h"

#include <optional>
#include <utility>
#include <variant>

namespace carriel {

template <typename T> class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    // Asking for what is not there is a bug in the caller; it ends the program rather than going on with rubbish.
    T &value() & { return std::get<0>(m_state); }
    const T &value() const & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    T valueOr(T fallback) const { return ok() ? value() : std::move(fallback); }
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <> class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    bool ok() const { return !m_error; }
    explicit operator bool() const { return ok(); }
    const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

using Outcome = Result<void>;

} // namespace carriel

#define CARRIEL_CONCAT_INNER(a, b) a##b
#define CARRIEL_CONCAT(a, b) CARRIEL_CONCAT_INNER(a, b)

// CARRIEL_TRY(auto x, f());  declares x with the value of f(), or returns its error from this function.
#define CARRIEL_TRY(declaration, expression) CARRIEL_TRY_INNER(CARRIEL_CONCAT(result_, __LINE__), declaration, expression)
#define CARRIEL_TRY_INNER(temporary, declaration, expression)                                                          \
    auto &&temporary = (expression);                                                                                   \
    if (!temporary.ok())                                                                                               \
        return temporary.error();                                                                                      \
    declaration = std::move(temporary).value()

// CARRIEL_CHECK(f());  returns f()'s error from this function, if it has one.
#define CARRIEL_CHECK(expression)                                                                                      \
    do {                                                                                                               \
        if (auto checked = (expression); !checked.ok())                                                                \
            return checked.error();                                                                                    \
    } while (false)
