<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>ChoicesRow</name>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Контрастная</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
</context>
<context>
    <name>Dots</name>
    <message numerus="yes">
        <source>%n digits typed</source>
        <translation>
            <numerusform>Введена %n цифра</numerusform>
            <numerusform>Введено %n цифры</numerusform>
            <numerusform>Введено %n цифр</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasswordForm</name>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Who is working here?</source>
        <translation>Кто работает?</translation>
    </message>
    <message>
        <source>Another person</source>
        <translation>Другой человек</translation>
    </message>
    <message>
        <source>not here yet</source>
        <translation>входов не было</translation>
    </message>
    <message>
        <source>last here {time}</source>
        <translation>вход в {time}</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>PIN, four to eight digits</source>
        <translation>ПИН-код, от четырёх до восьми цифр</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>Стереть последнюю цифру</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Another person</source>
        <translation>Другой человек</translation>
    </message>
    <message>
        <source>Password instead</source>
        <translation>Войти по паролю</translation>
    </message>
    <message>
        <source>PIN instead</source>
        <translation>Войти по ПИН-коду</translation>
    </message>
    <message>
        <source>PIN forgotten</source>
        <translation>Забыли ПИН-код</translation>
    </message>
    <message>
        <source>Password forgotten</source>
        <translation>Забыли пароль</translation>
    </message>
    <message>
        <source>Enter your PIN</source>
        <translation>Введите ПИН-код</translation>
    </message>
    <message>
        <source>Enter your login and password</source>
        <translation>Введите логин и пароль</translation>
    </message>
    <message>
        <source>Enter your password</source>
        <translation>Введите пароль</translation>
    </message>
    <message>
        <source>Ask somebody who manages people: they give a new one under Settings, People.</source>
        <translation>Обратитесь к тому, кто ведёт сотрудников: новый задают в «Настройки → Сотрудники».</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Секунду</translation>
    </message>
    <message>
        <source>Too many wrong tries. Again in {time}.</source>
        <translation>Слишком много неверных попыток. Повторите через {time}.</translation>
    </message>
</context>
<context>
    <name>SignInFoot</name>
    <message>
        <source>Works without a network</source>
        <translation>Работает без сети</translation>
    </message>
    <message>
        <source>person</source>
        <translation>сотрудник</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>ПИН-код</translation>
    </message>
</context>
</TS>
